"""Everyday talk of the laboratory and the samplers."""

SITUATIONS = """
== lab
Uitslag {plaats}: één verhoogde telling bij 22 graden. Herhaalmonster loopt, geen reden om iets dicht te zetten.
| Herhaalmonster {plaats} is schoon. Dan was het toch de kraan en niet het water.
| Telling op plaat {nummer}: {n} kolonies. Ik heb drie keer geteld en {collega} één keer. We zijn het eens.
> Was dat het tappunt met die rubberen slang? Die moet er echt af.
>> Ja, dat tappunt. Marjan heeft de eigenaar een briefje gegeven.
> Fijn. Ik zet het herhaalmonster bij de reeks, met toelichting.
> Heb je de incubator op temperatuur gecontroleerd? Die van links loopt wat op.
>> Gecontroleerd, {n} tiende eraf. Goed dat je het zegt.
>klant Goed om te weten: als er iemand uit {plaats} belt, wat mag ik dan precies zeggen?
>productie Bij ons op {station} niets geks in die dagen, ook niet in het logboek. Scheelt zoeken.
>cm Zou je dit voor niet-laboranten in drie zinnen willen uitleggen? Ik help met knippen.
== lab
Ronde {plaats}: {tien} adressen, {n} keer niemand thuis, één keer een tappunt met een plant erin.
| Wie rijdt {weekdag} de ronde {plaats}? Mijn koelbox houdt de vier graden niet meer.
| Buitenkraan bij {klantplek} was afgetapt voor de winter. Binnen monster genomen en een kop thee gekregen.
> Ik heb een reservebox, staat achter de stelling met de agar.
>> Held. Ik haal hem voor zevenen op.
> Plant mag blijven, als hij niet in het monster zit.
> Ik neem {n} adressen van je over, ik moet toch die kant op.
>klant Zal ik de mensen die niet thuis waren een berichtje sturen? Kost me vijf minuten.
>productie Bij {station} mag je voortaan zonder bellen door, ik heb je pas laten aanpassen.
>cm Thee bij een klant: schrijf je het een keer op? Dat zijn de mooiste verhalen.
== lab
Etiketten: de printer in ruimte 2 drukt de datum er half op. Graag met de hand aanvullen tot {weekdag}.
| Herinnering: monsterflessen mét thiosulfaat hebben de groene dop. Groen. Vandaag weer twee verwisseld.
| De vriezer van ruimte {n} piepte. Deur stond op een kier door één handschoen.
> Printer is gereset, datum staat er weer helemaal op.
>> Top, dan gooi ik de viltstift weg. Nee, toch niet.
> Kunnen we de groene doppen niet gewoon in een andere kast leggen?
>> Ja. Gedaan. Waarom bedachten we dat niet in {jaar}?
> Ik hang een briefje op de vriezer. Nog een briefje.
>digitaal Er is een nieuwe driver voor die etikettenprinter, ik kom {weekdag} langs.
>cm 'Waarom bedachten we dat niet eerder' is mijn lievelingszin. Mag ik hem gebruiken?
== lab
Hardheid {plaats} deze maand {n} graden Duits. Voor wie het op verjaardagen gevraagd wordt.
| Nitraat in put {n} van {station} kruipt weer iets omhoog. Ver onder de norm, wel de verkeerde kant op.
| IJzer in het monster van de {straat}: hoog. Ruikt naar spoelwerk.
> Verjaardag overleefd, dank. Ze vroegen ook naar kalk in de waterkoker.
> Zet je het in de grafiek van tien jaar? Dan zie je dat het elk voorjaar zo gaat.
>> Je hebt gelijk, elk voorjaar. Toch houd ik hem in de gaten.
> Spoelwerk klopt, Leidingnet was daar die ochtend bezig.
>productie We mengen op {station} nu iets meer uit put {n}. Kan dat het verklaren?
>klant Ik heb vier vragen over de vaatwasser in {plaats}. Met jouw getal kan ik ze meteen antwoorden.
>cm Zullen we elke maand één getal uitleggen op Heel Wellewaard? Jij het getal, ik de kop.
== lab ; by=vincent,geert,ellen
Interne audit {weekdag}: ik kijk naar de logboeken van de balansen. Alvast bijwerken mag, terugdateren niet.
| Document {nummer} is vervangen door {nummer2}. Het verschil is één komma, maar het is een belangrijke.
| Ringonderzoek binnen: wij zitten er {n} procent naast, ruim binnen de grens. Mooi werk van iedereen.
> Balans in ruimte {n} mist twee paraafjes, die zijn van mij. Komt vandaag.
>> Eerlijk is eerlijk. Dank je.
> Is de oude versie echt overal weg? In de bus van de monsternemers hing nog een kopie.
>> Wil je hem weghalen en mij een foto sturen? Dan ben ik gerust.
> Welke komma?
>> Die tussen 0 en 5. Dus ja.
>productie Kunnen wij bij zo'n audit een keer meelopen? Onze logboeken verdienen ook een paar ogen.
>cm Gefeliciteerd met dat ringonderzoek! Mag het hele bedrijf dit weten?
== lab
Gevraagd: iemand die {weekdag} de tweede telling doet. Ik heb tandarts en geen tweede paar ogen.
| De autoclaaf is over {n} minuten klaar, wie nog flessen heeft: nu.
| Nieuwe agar ruikt anders. Certificaat klopt, neus twijfelt.
> Ik tel wel mee, dan doe jij volgende week mijn {weekdag}.
>> Deal. Leg de platen links, zoals altijd.
> Zet er zes van mij bij, ik ren.
> Neus laten winnen: ik zet een controleplaat mee.
>> Controleplaat groeit keurig. De neus krijgt vrij.
>productie Als jullie agar over hebben: nee hoor, grapje. Maar wat zit daar eigenlijk in?
>cm Wat doet een autoclaaf eigenlijk? Ik vraag het voor zestig collega's die niet durven.
== lab
Na de werkzaamheden in de {straat} ({plaats}) drie monsters, alle drie goed. Vrijgegeven om {tijd}.
| Vrijgave {plaats} duurt een dag langer: monster twee moet over. Liever laat dan twijfel.
| Leiding {straat} is nog niet vrijgegeven, dus nog niet openzetten. Ook niet 'even'.
> Ik heb de ploeg buiten gebeld, ze wachten netjes.
>> Dank je. Wachten is ook vakwerk.
> Welk tappunt gebruik je voor monster twee? Bij nummer {n} zit een dode hoek.
>klant Dan bel ik de drie adressen die wachten, dat ze het van ons horen en niet van de buren.
>productie Wij houden {station} zo lang op de andere straat. Geen haast van onze kant.
>cm 'Wachten is ook vakwerk': dat gaat op een tegel.
== lab
Vraag: mag een monster dat om {tijd} genomen is nog mee met de analyse van vandaag? Het was druk onderweg.
| Hoe doen jullie het met flamberen als er een kunststof kraan op zit? Ik twijfel bij {klantplek}.
> Binnen de acht uur en koud gebleven: ja. Schrijf de tijd erbij.
>> Koud gebleven, {n} graden bij aankomst. Dank!
> Niet branden, maar desinfecteren met alcohol en langer laten lopen. Staat in het voorschrift op bladzijde {n}.
>> Gevonden. Ik had de oude druk in de auto.
> Bij twijfel twee flessen nemen. Weggooien kan altijd nog.
>productie Wij vragen ons dat op de stations ook af. Mag dat voorschrift hier gedeeld worden?
>cm Goede vraag, en ik zie drie goede antwoorden. Zet je erbij welke hielp?
"""
