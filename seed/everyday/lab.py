"""Everyday talk of the laboratory and the samplers."""

SITUATIONS = """
== lab ; by=shanti,ignas,vincent
Uitslag {plaats}: één verhoogde telling bij 22 graden. Herhaalmonster loopt, geen reden om iets dicht te
  zetten.
| Herhaalmonster {plaats} is schoon. Dan was het toch de kraan en niet het water.
| Telling op plaat {nummer}: {n} kolonies. Ik heb drie keer geteld en {@collega} één keer. We zijn het eens.
> #12 Was dat het tappunt met die rubberen slang? Die moet er echt af.
>> Ja, dat tappunt. Marjan heeft de eigenaar een briefje gegeven.
> #2 Fijn. Ik zet het herhaalmonster bij de reeks, met toelichting.
> #13 Heb je de incubator op temperatuur gecontroleerd? Die van links loopt wat op.
>> Gecontroleerd, {n} tiende eraf. Goed dat je het zegt.
>klant #1 Goed om te weten: als er iemand uit {plaats} belt, wat mag ik dan precies zeggen?
>productie #12 Bij ons op {station} niets geks in die dagen, ook niet in het logboek. Scheelt zoeken.
>cm Zou je dit voor niet-laboranten in drie zinnen willen uitleggen? Ik help met knippen.
== lab ; by=hamza,petra,yvonne,marjan,lotte
Ronde {plaats}: {tien} adressen, {n} keer niemand thuis, één keer een tappunt met een plant erin.
| Wie rijdt {weekdag} de ronde {plaats}? Mijn koelbox houdt de vier graden niet meer.
| Buitenkraan bij {klantplek} was afgetapt voor de winter. Binnen monster genomen en een kop thee gekregen.
> #2 Ik heb een reservebox, staat achter de stelling met de agar.
>> Held. Ik haal hem voor zevenen op.
> #1 Plant mag blijven, als hij niet in het monster zit.
> #2 Ik neem {n} adressen van je over, ik moet toch die kant op.
>klant #1 Zal ik de mensen die niet thuis waren een berichtje sturen? Kost me vijf minuten.
>productie Bij {station} mag je voortaan zonder bellen door, ik heb je pas laten aanpassen.
>cm #3 Thee bij een klant: schrijf je het een keer op? Dat zijn de mooiste verhalen.
== lab
Etiketten: de printer in ruimte 2 drukt de datum er half op. Graag met de hand aanvullen tot {weekdag}.
| Herinnering: monsterflessen mét thiosulfaat hebben de groene dop. Groen. Vandaag weer twee verwisseld.
| De vriezer van ruimte {n} piepte. Deur stond op een kier door één handschoen.
> #1 Printer is gereset, datum staat er weer helemaal op.
>> Top, dan gooi ik de viltstift weg. Nee, toch niet.
> #2 Kunnen we de groene doppen niet gewoon in een andere kast leggen?
>> Ja. Gedaan. Waarom bedachten we dat niet in {jaar}?
> #3 Ik hang een briefje op de vriezer. Nog een briefje.
>digitaal #1 Er is een nieuwe driver voor die etikettenprinter, ik kom {weekdag} langs.
>cm #2 'Waarom bedachten we dat niet eerder' is mijn lievelingszin. Mag ik hem gebruiken?
== lab ; by=iris,melvin,bea
Hardheid {plaats} deze maand {n} graden Duits. Voor wie het op verjaardagen gevraagd wordt.
| Nitraat in put {n} van {station} kruipt weer iets omhoog. Ver onder de norm, wel de verkeerde kant op.
| IJzer in het monster van de {straat}: hoog. Ruikt naar spoelwerk.
> #1 Verjaardag overleefd, dank. Ze vroegen ook naar kalk in de waterkoker.
> #2 Zet je het in de grafiek van tien jaar? Dan zie je dat het elk voorjaar zo gaat.
>> Je hebt gelijk, elk voorjaar. Toch houd ik hem in de gaten.
> #3 Spoelwerk klopt, Leidingnet was daar die ochtend bezig.
>productie #2 We mengen op {station} nu iets meer uit put {n}. Kan dat het verklaren?
>klant #1 Ik heb vier vragen over de vaatwasser in {plaats}. Met jouw getal kan ik ze meteen antwoorden.
>cm Zullen we elke maand één getal uitleggen op Heel Wellewaard? Jij het getal, ik de kop.
== lab ; by=vincent,geert,ellen
Interne audit {weekdag}: ik kijk naar de logboeken van de balansen. Alvast bijwerken mag, terugdateren niet.
| Document {nummer} is vervangen door {nummer2}. Het verschil is één komma, maar het is een belangrijke.
| Ringonderzoek binnen: wij zitten er {n} procent naast, ruim binnen de grens. Mooi werk van iedereen.
> #1 Balans in ruimte {n} mist twee paraafjes, die zijn van mij. Komt vandaag.
>> Eerlijk is eerlijk. Dank je.
> #2 Is de oude versie echt overal weg? In de bus van de monsternemers hing nog een kopie.
>> Wil je hem weghalen en mij een foto sturen? Dan ben ik gerust.
> #2 Welke komma?
>> Die tussen 0 en 5. Dus ja.
>productie #1 Kunnen wij bij zo'n audit een keer meelopen? Onze logboeken verdienen ook een paar ogen.
>cm #3 Gefeliciteerd met dat ringonderzoek! Mag het hele bedrijf dit weten?
== lab ; by=shanti,ignas,iris,vincent
Gevraagd: iemand die {weekdag} de tweede telling doet. Ik heb tandarts en geen tweede paar ogen.
| De autoclaaf is over {n} minuten klaar, wie nog flessen heeft: nu.
| Nieuwe agar ruikt anders. Certificaat klopt, neus twijfelt.
> #1 Ik tel wel mee, dan doe jij volgende week mijn {weekdag}.
>> Deal. Leg de platen links, zoals altijd.
> #2 Zet er zes van mij bij, ik ren.
> #3 Neus laten winnen: ik zet een controleplaat mee.
>> Controleplaat groeit keurig. De neus krijgt vrij.
>productie #3 Als jullie agar over hebben: nee hoor, grapje. Maar wat zit daar eigenlijk in?
>cm #2 Wat doet een autoclaaf eigenlijk? Ik vraag het voor zestig collega's die niet durven.
== lab ; by=shanti,ellen,vincent,bea
Na de werkzaamheden in de {straat} ({plaats}) drie monsters, alle drie goed. Vrijgegeven om {toen}.
| Vrijgave {plaats} duurt een dag langer: monster twee moet over. Liever laat dan twijfel.
| Leiding {straat} is nog niet vrijgegeven, dus nog niet openzetten. Ook niet 'even'.
> #23 Ik heb de ploeg buiten gebeld, ze wachten netjes.
>> Dank je. Wachten is ook vakwerk.
> #2 Welk tappunt gebruik je voor monster twee? Bij nummer {n} zit een dode hoek.
>klant #23 Dan bel ik de drie adressen die wachten, dat ze het van ons horen en niet van de buren.
>productie #23 Wij houden {station} zo lang op de andere straat. Geen haast van onze kant.
>cm #23 'Wachten is ook vakwerk': dat gaat op een tegel.
== lab ; by=hamza,petra,yvonne,lotte
Vraag: mag een monster dat om {toen} genomen is nog mee met de analyse van vandaag? Het was druk onderweg.
| Hoe doen jullie het met flamberen als er een kunststof kraan op zit? Ik twijfel bij {klantplek}.
> #1 Binnen de acht uur en koud gebleven: ja. Schrijf de tijd erbij.
>> Koud gebleven, {n} graden bij aankomst. Dank!
> #2 Niet branden, maar desinfecteren met alcohol en langer laten lopen. Staat in het voorschrift op
  bladzijde {n}.
>> Gevonden. Ik had de oude druk in de auto.
> Bij twijfel twee flessen nemen. Weggooien kan altijd nog.
>productie Wij vragen ons dat op de stations ook af. Mag dat voorschrift hier gedeeld worden?
>cm Goede vraag, en ik zie drie goede antwoorden. Zet je erbij welke hielp?
"""
