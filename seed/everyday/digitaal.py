"""Everyday talk of Digitaal en Data; some of it in English."""

SITUATIONS = """
== digitaal ; by=arjan,dennis,patrick,michiel
Vanavond tussen tien en elf onderhoud aan het klantsysteem. {n} minuten weg, wie overwerkt: bewaar op tijd.
| Onderhoud van gisteravond is goed gegaan. {n} minuten uit, daarna sneller dan ervoor.
| Storing in het netwerk van {plaats}: een muis, en niet die met een snoer. Kabel vervangen om {toen}.
> #1 Staat het ook bij Klantenservice? Die zitten tot tien.
>> Gebeld. Ze weten het en plannen een taart.
> #2 Grafiek gezien, {procent} procent sneller. Mooi.
> #3 Leeft de muis nog?
>> De muis is met pensioen.
>klant #1 Dank voor het bellen vooraf, dat scheelt bij ons {n} keer uitleggen.
>productie #2 Bij ons op {station} bleef alles gewoon lopen. Alleen het weerbericht viel weg.
>cm #1 Fijn dat jullie het vooraf zeggen. Vorig jaar hoorden we het achteraf.
== digitaal ; by=stefan,dennis
Phishing: een mail van 'de directie' met een cadeaubon. Niet klikken. Reinier geeft geen cadeaubonnen, hij
  geeft handen.
| {n} mensen meldden de nepmail van gisteren binnen een kwartier. Dat is een record. Dank!
| Laptop gevonden in {plaats}, op het dak van een bus. Versleuteld, dus geen ramp. Wel een goed verhaal.
> #1 Gemeld en weggegooid. Er stond 'geachte heer mevrouw' in, dat schrijft Hilde nooit.
> #1 Wat doe ik als ik wél geklikt heb?
>> Meteen bellen. Er wordt niemand boos, beloofd.
> #2 Record verdient een traktatie, ik neem {lekkers} mee.
>klant #12 Bij ons belde een klant met precies die mail. Ik heb hem doorgestuurd.
>productie #12 Op de stations krijgen we ze ook, op de gedeelde mailbox. Kan daar een filter op?
>cm #1 Zal ik hem laten zien op Heel Wellewaard, als herkenningsoefening?
== digitaal ; lang=en ; by=ana,oksana ; till=2025-11-30
Small win: the pressure data of {plaats} now arrives every five minutes instead of every hour. {procent}%
  more leaks visible at night, in theory.
| Question: why does the pump table have a column called 'bijz'? It holds {n} different things and one
  recipe.
| Pipeline for {station} is green again. The culprit was a decimal comma. It is always a decimal comma.
> #2 'Bijz' stands for 'bijzonderheden': whatever did not fit elsewhere. The recipe is from Patrick.
>> I tried it. It's good soup.
> #1 In theory is the best place for leaks. Nice work!
> #3 Welcome to the land of the comma. We should frame that one.
>> Already printed, next to the coffee machine.
>productie #2 That recipe has been in there since {jaar}. Please do not delete it.
>cm I love this. Could you write two lines in Dutch too? I'll gladly help.
== digitaal ; by=leila,joris,wendy
Data {plaats}: {n} sensoren zwijgen sinds {weekdag}. Batterij of bereik?
| Verbruik zakt in {plaats} op zondag om elf uur met {procent} procent. Kerk, zeg ik. {@collega} zegt
  uitslapen.
| Dashboard druk en debiet heeft een nieuwe pagina. Graag schieten, hij is nog zacht.
> #1 Bereik, de mast op de watertoren was gisteren even los van de wereld.
>> Klopt, ze praten allemaal weer.
> #2 Kerk. Kijk maar naar kwart over twaalf, dan gaat de piek omhoog: koffie.
> #3 Die rode kleur lijkt een alarm. Mag hij petrol?
>> Petrol is het. Rood bewaren we voor rood.
>productie #3 Kun je de pompstand erbij zetten? Zonder dat zegt debiet mij niks.
>klant #3 Mogen wij die pagina ook zien? Dan weten we bij de eerste beller al of er iets speelt.
>cm #2 Kerk of uitslapen: ik maak er een stemming van.
== digitaal ; by=dennis,patrick,samira
Storing op de tablets buiten: afmelden lukt niet zonder bereik. Tot {weekdag} even opschrijven en later
  invoeren.
| Nieuwe versie op de tablets: knoppen groter, ook met handschoenen. Getest in de regen door {@collega}.
> #2 Waarom testten we dat niet eerder in de regen?
>> Omdat kantoor een dak heeft. Vanaf nu testen we buiten.
> #2 De foto's komen nog gedraaid binnen, zag ik.
>> Gezien, herstel zit in de volgende.
>leidingnet #2 Met handschoenen! Eindelijk. Wie dit bedacht heeft krijgt een koek.
>planning #1 Opschrijven werkt, maar mag het op één plek? Nu krijg ik foto's van bierviltjes.
>productie #2 Krijgen de operators hem ook, of blijven wij op de oude?
>cm #2 Wie van buiten wil de volgende versie als eerste proberen? Ik vraag rond.
== digitaal ; by=dennis,stefan,arjan
Rechten opgeschoond: {tien} mensen konden nog bij mappen van hun vorige baan. Mis je iets? Eén mail en het
  is terug.
| Wachtwoordbeleid: langer mag, moeilijker hoeft niet. Vier gewone woorden zijn beter dan één P@ssw0rd.
| Laptopwissel: {n} van de {tien} gedaan. Wie nog een stickerverzameling wil redden, heeft tot {weekdag}.
> #1 Ik kon nog bij de fotomap van {jaar}. Mag ik die terug? Voor de sier.
>> Alleen-lezen, en je moet beloven dat je niet plakt.
> #2 Vier woorden: kroket, fiets, wolk, dinsdag. O nee, nu kan het niet meer.
> #3 Mijn stickers gaan mee in mijn hart.
>klant #1 Mijn map met voorbeeldbrieven is weg. Kan die terug? We gebruiken hem elke dag.
>productie #2 Wachtwoord op een terminal in het donker is geen pretje. Kan daar een pasje?
>cm #2 Mag ik die van de vier woorden doorplaatsen? Beste uitleg tot nu toe.
== digitaal ; from=2025-06-01 ; by=koen,leila,samira
Digitale meter, proefwijk {plaats}: {adressen} meters geven stand door, {n} zwijgen. Eén zat achter een
  koelkast.
| Portaal: klanten zien nu hun verbruik per dag. Eerste vraag: 'waarom gebruik ik om drie uur 's nachts
  water?' Goede vraag.
| Uit de proefwijk: {n} lekkende toiletten gevonden doordat de meter nooit op nul kwam.
> #2 Drie uur 's nachts is bijna altijd de wc of de ontharder.
>> Zet ik als uitleg onder de grafiek.
> #23 Hoe vertel je dat zonder dat mensen zich bespied voelen?
>> Alleen zij zien het, en wij pas als ze het vragen. Dat staat er nu in één zin.
> Mooi resultaat. Zet je het ook bij Digitale meters?
>klant #2 Die vraag van drie uur 's nachts kregen wij ook al. Wat is ons antwoord?
>productie #3 Zo zie ik ook eindelijk waarom het nachtverbruik in {plaats} zo hoog was.
>cm #23 Dit is een verhaal voor alle klanten. Zullen we het samen schrijven?
== digitaal ; by=maarten,joris,dennis
Sprint {n} klaar: {tien} dingen af, {n2} schuiven door. Demo {weekdag} om drie uur, ook voor wie er niets
  van snapt.
| Wie heeft er na half zes nog iets live gezet? Geen straf, wel {lekkers} voor wie gewekt werd.
> #1 Ik neem iemand van Klantenservice mee naar de demo, mag dat?
>> Graag, die stellen de beste vragen.
> #2 Ik beken. {lekkers} staat morgen klaar.
> #1 Die doorschuivers zijn al drie sprints doorgeschoven, zullen we ze weggooien?
>> Ja. Opluchting is ook oplevering.
>klant #1 Mag ik ook komen als ik alleen kom kijken? Ik beloof twee vragen.
>productie #1 Drie uur is wisseldienst. Kan het een keer om vier?
>cm #1 'Opluchting is ook oplevering.' Ik schrijf ze op, hoor.
"""
