"""Everyday talk of Bedrijfsvoering: people, money, building and soup."""

SITUATIONS = """
== bedrijf ; by=carla
Soep vandaag: {soep}. Vegetarisch, tenzij je er zelf wat naast legt.
| Vandaag {soep}, en {lekkers} van {@collega} bij de koffie zolang het duurt.
| De {soep} was om tien over twaalf op. Morgen maak ik het dubbele, of jullie eten de helft.
> #12 Is er nog een kom apart te zetten? Zit in een sollicitatie tot één.
>> Staat achter het luik, met je naam erop.
> #12 Beste van de maand.
> #12 Zit er selderij in? Ik vraag het voor mijn tong.
>> Nee, vandaag niet.
>planning Kan de ploeg die om één uur binnenkomt ook nog wat krijgen? Zij zien nooit soep.
>digitaal I asked for the recipe once. I was told it is a feeling. En nu in het Nederlands: heerlijk.
>cm #12 Staat er al een bordje bij in drie talen? Ik help je graag.
== bedrijf ; by=ronald,marisol
Gebouw: de lift wacht op een onderdeel tot {weekdag}. Trap is gezond, pakketjes via de achterdeur.
| Laadpaal {n} doet het weer. Graag na vier uur plek maken voor een ander.
| Lamp boven de fietsenstalling is gemaakt. Hij gaat nu ook weer úit.
> #1 Kan de post zolang beneden blijven? Mijn knie stemt voor.
>> Postvak staat bij de balie.
> #2 Er staat een busje al sinds {weekdag} aan paal {n}. Vol is vol.
> #3 Dank, het was daar echt donker om zes uur.
>planning #2 Bus van de storing laadt 's nachts bij paal {n}. Graag die ene vrijhouden, anders rijdt hij
  op hoop.
>digitaal #1 De toegangspoort deed vanmorgen raar, dat hing hiermee samen. Nu weer goed.
>cm #3 Zal ik het in het nieuws zetten, of weten de fietsers het al?
== bedrijf ; by=bianca,sevda
Vacature monteur staat open. Ken jij iemand die liever buiten is? Voor een tip die raak is staat {lekkers}
  klaar.
| {n} sollicitanten voor planner, van wie één onze website te droog vond. Die spreken we sowieso.
| Nieuwe collega's starten {weekdag}: graag allemaal even zwaaien. Rondleiding om tien uur.
> #1 Mijn neef is stratenmaker en heeft knieën van goud. Ik vraag hem.
>> Laat hem maar bellen, geen brief nodig.
> #3 Ik doe de rondleiding van beneden, dan doe jij boven.
> #2 'Te droog', prachtig. Aannemen.
>planning #1 Mag een kandidaat een ochtend meelopen? Dan weet die meteen wat 'dinsdag' betekent.
>digitaal #3 Passen en accounts voor de nieuwe mensen zijn klaar. Nu eens vóór de eerste dag.
>cm #3 Ik zorg dat ze hier meteen iemand kennen. Wie wil er maatje zijn?
== bedrijf ; by=natasja,herman
Declaraties vóór de {n}e graag. Bonnetje vergeten? Schrijf op wat het was, ik geloof u tot het tegendeel
  blijkt.
| Uren van {maand}: {tien} formulieren ontbreken. Ik noem geen namen, ik ken ze wel.
| Salaris staat klaar. Wie verschil ziet: eerst kijken naar de toeslag van de wacht, dan bellen.
> #2 Die van mij zit er nu in, excuus.
>> Dank, je was niet de laatste.
> #3 Toeslag klopt nu. De vorige keer ook, ik had scheef gekeken.
> #1 Kan een bon ook als foto? De mijne is door de was geweest.
>> Graag zelfs. Gestreken hoeft niet.
>planning #2 Uren van de storingsploegen stuur ik je {weekdag}, twee mensen zaten zonder bereik.
>digitaal #2 Ik kan de uren uit het planbord laten overnemen. Scheelt typen en boze blikken.
>cm #12 Zal ik een vriendelijke herinnering plaatsen? Ik ken een toon die werkt.
== bedrijf ; by=jurjen,ronald
BHV-oefening {weekdag}: de sirene is nep, het verzamelpunt niet. Graag meedoen, ook met koffie in de hand.
| Ontruiming duurde {n} minuten en {tien} seconden. Eén collega bleef zitten 'want hij was bijna klaar'.
| Melding: losliggende tegel bij de fietsenstalling. Rood-wit lint erom, maandag vast.
> #1 Ik sta bij de achterdeur als ontruimer, hes ligt klaar.
> #2 Bijna klaar is geen nooduitgang.
>> Komt op een poster. Echt.
> #3 Tegel zelf recht gelegd, lint eraf gehaald.
>planning #1 Tijdens de oefening hadden wij nog drie ploegen aan de telefoon. Kan de storingslijn mee naar
  buiten?
>digitaal #2 De deuren gingen keurig open. Alleen die van de serverruimte ook, dat kijk ik na.
>cm #2 'Bijna klaar is geen nooduitgang' is nu al mijn favoriet.
== bedrijf ; by=anouk,sevda
Opleidingen: nog {n} plekken bij 'Water voor beginners'. Ook voor wie hier al twintig jaar werkt en het
  niet durft te vragen.
| Cursus hijsen is vol, reservelijst open. De tweede datum komt in {maand}.
> #1 Ik werk hier negen jaar en meld me aan. Zo.
>> Je bent de derde die dat zegt. Welkom.
> #1 Mag een schoonmaker van buiten ook mee? Die vroeg ernaar.
>> Zeker, zet de naam maar op de lijst.
> #1 Ik heb hem gedaan, aanrader. Nu snap ik wat ontharden is.
>planning Kunnen de werkvoorbereiders op één dag? Dan plan ik er omheen.
>digitaal #1 Ik ga ook! My Dutch for pipes needs work.
>cm #1 Die zin over niet durven vragen: precies goed.
== bedrijf ; by=ingrid,herman,sevda,theo
Begroting in drie zinnen: we leggen meer leiding, lenen iets meer, en de rekening van een gezin stijgt {n}
  euro per jaar.
| Inkoop kleding: nieuwe regenjassen komen {weekdag} om te passen. Graag monteurs, want kantoor wordt niet
  nat.
| Verlofregeling: het formulier is van vier bladzijden naar één. Wie de andere drie mist, mag ze bij mij
  ophalen.
> #1 Drie zinnen, dat lukte vorig jaar niet in dertig.
> #2 Passen mag ook 's avonds? Dan halen we de ploegen.
>> Ja, tot acht uur, met soep.
> #3 Eén bladzijde! Ik ga op verlof om het te vieren.
>planning #2 Regenjassen: vraag ook even naar de zakken. Daar gaat het buiten over, niet over de kleur.
>digitaal #3 Het formulier kan ook op de telefoon, als jullie willen. Twee dagen werk.
>cm #1 Die drie zinnen, mogen die op de voorpagina?
== bedrijf ; by=marisol,ronald
Gevonden bij de receptie: één handschoen, één gebit (?), twee paraplu's en een sleutel met label
  '{station}'.
| Wie verwacht een pakket van {n}0 kilo? Het staat in de hal en niemand durft.
| Bezoek voor {@collega} zat drie kwartier bij mij aan de balie. Geen ramp, ik weet nu alles van postduiven.
> #1 De sleutel is van Productie, ik breng hem langs.
>> Dank je. Het gebit blijft zolang hier.
> #2 Steekkar staat in de kelder, ik haal hem.
> #3 Excuus aan de duivenman, de afspraak stond op een andere dag.
>planning #2 Dat pakket zijn onze afsluiters! Jeroen komt met de steekkar, niet tillen.
>digitaal #1 Eén van die paraplu's is van mij. De natte.
>cm #1 Ik wil alles weten over het gebit. Nee, toch niet.
"""
