"""Everyday talk of Projecten: design, contractors, renewal and groundwater."""

SITUATIONS = """
== projecten ; by=meryem,roel,frank
Vervanging {straat} ({plaats}): {nummer} meter {materiaal} uit {jaar} eruit. Start {weekdag}, aannemer is
  er klaar voor.
| {straat} in {plaats} opgeleverd. {n} weken eerder dan gepland, en de bomen staan er nog.
| Bouwteam {plaats}: de aannemer wil een boring, ik wil een sleuf, de gemeente wil niks. {weekdag} verder
  praten.
> #13 Denk aan de weekmarkt, die mag van de gemeente niet wijken.
> #2 Knap! Neem je de revisietekening mee? Dan kan ik hem er meteen in zetten.
>> Ligt op je bureau, met koffievlek als waarmerk.
> #3 Boring kan, als de kabels van {jaar} echt op die diepte liggen.
>leidingnet #1 In de {straat} zit een bocht die niemand getekend heeft. Bel me vóór de kraan komt.
>leidingnet #12 Mogen we bij de oplevering mee kijken? Wij moeten er straks veertig jaar aan onderhouden.
>planning #1 Ik houd die week ploeg {n} vrij voor de omzettingen. Schuift het, zeg het dan vóór woensdag.
>cm De straat kent jullie bord van buiten. Zullen we een bewonersverhaal maken?
== projecten ; by=sjoukje,janwillem
Druk aan het eind van {plaats} komt bij piek op {n} meter waterkolom te laag uit. Model of werkelijkheid?
| Model van {plaats} geijkt met de meting van {weekdag}. Het scheelt {procent} procent. Iets staat dicht.
> #1 Heb je de nieuwe wijk al in het model? Die tapt er vóór.
>> Vergeten. Dat verklaart de helft.
> #1 Ik zou eerst buiten meten, het model is ook maar een mening.
> #2 {procent} procent is precies een half dichte afsluiter, zegt mijn ervaring.
>leidingnet #2 Afsluiter bij de brug stond inderdaad half dicht. Sinds wanneer weet niemand. Nu open.
>productie Op {station} zag ik de uitgaande druk ook zakken rond die tijd. Ik stuur je de uitdraai.
>planning #2 Dan haal ik de geplande inspectie daar naar voren, {weekdag} om acht uur.
>cm Wie kan er buiten even voelen of die afsluiter open is? Ik leg het bij Leidingnet neer.
== projecten ; by=roel
Toezicht {plaats}: aannemer had de sleuf weer zonder bekisting. Werk stilgelegd, gesprek gehad, hervat om
  {toen}.
| Vandaag {n} lassen afgekeurd en één lasser heel stil gekregen. Morgen opnieuw.
| Schouw met {@collega}: asfalt netjes, stoep minder netjes, hek helemaal niet.
> #1 Goed dat je stilgelegd hebt. Staat het in het verslag?
>> Met foto en tijd. De uitvoerder tekende zonder morren.
> #2 Afgekeurde lassen graag bewaren, ik wil de aannemer laten zien waarom.
> #3 Dat hek heb ik vorige week ook gemeld, ik bel de uitvoerder zelf.
>leidingnet #1 Dank je wel. Wij stonden vroeger in zulke sleuven en niemand legde iets stil.
>planning #12 Dan schuif ik de omzetting een dag op, dat is het waard.
>cm #1 Dapper, en goed. Mag dit in Veilig werken, als voorbeeld van stilleggen zonder ruzie?
== projecten ; by=agnieszka,hong,yusuf
Renovatie {station}: filter leeg, beton bekeken, {n} scheuren haarfijn. Constructief geen zorg, wel een
  lijst.
| {station}: nieuwe leidingen passen op tekening. Nu nog langs de oude kast uit {jaar}.
> #1 Scheuren onder de drie tiende laat ik zitten, de rest injecteren.
>> Mee eens. Foto's staan per stuk in de map.
> #2 Kast mag weg, mits Stanley erbij is. Hij weet welke draad welke is.
> Neem een marge van een week, het is een gebouw uit {jaar}.
>productie Fijn dat je het vraagt vóór je bestelt. Die klep moet links, anders kan er niemand bij met een
  gebroken pols.
>productie Kom op een doordeweekse ochtend, dan laat ik je horen wat er op die plek resoneert.
>leidingnet Bij de buitenmuur ligt onze 250 vlak langs de fundering. Graag eerst even bellen.
>cm Bouwers en operators samen in één tekening: daar wil ik een foto van.
== projecten ; by=aleida
Grondwaterstand bij {station} {n} centimeter onder het gemiddelde van {maand}. Geen alarm, wel een streepje.
| Boer bij {plaats} vraagt of wij zijn sloot droog pompen. Nee, maar ik ga wel langs met de grafiek.
> #2 Ga je alleen? Neem Ruud mee, die kent de familie.
>> Ruud is mee. We kregen {lekkers} en een half uur geschiedenis.
> #1 Streepje noteren we ook in het jaarrapport, anders lijkt het later uit de lucht te vallen.
> #1 Hoe zat het in het droge jaar? Toen stond het nog lager, dacht ik.
>productie We kunnen put {n} een paar weken rust geven, als dat helpt. Zeg maar.
>cm #2 Keukentafelgesprek met grafiek. Dit is eigenlijk ons beste communicatiemiddel.
== projecten ; by=lars
Prioriteitenlijst leidingen staat klaar: {straat} stijgt {n} plaatsen, door storingen van dit jaar.
| Vraag: weegt een lek bij een school zwaarder dan twee in een woonstraat? In de formule nu niet.
> #2 Ja, en de klachten van bewoners ook. Die tellen nu nergens mee.
>> Dan voeg ik ze toe als derde gewicht en laat ik zien wat het doet.
> Kijk ook naar wat de gemeente opent. Samen graven scheelt {procent} procent.
> #2 Mooi dat je de twijfel erbij zet, dan kun je erover praten.
>leidingnet #1 De {straat} had van mij al drie jaar bovenaan gemogen. Ik zeg het maar.
>leidingnet Zullen we de lijst een keer naast ons storingsboek leggen? Een uur en een kan koffie.
>planning #1 Geef je mij de eerste tien zodra ze vaststaan? Dan vraag ik de vergunningen op voorraad aan.
>productie #2 Bij een school speelt ook stilstaand water in de vakantie. Zou ik meewegen.
>cm #2 Deze vraag leg ik graag aan iedereen voor. Mag dat?
== projecten ; by=frank,meryem,agnieszka
Budget {plaats} rond, met {procent} procent onvoorzien. Dat is niet ruim, dat is eerlijk.
| Projectoverleg {weekdag}: graag één slide per project en één ding dat je dwarszit. Het laatste eerst.
> #2 Wat mij dwarszit: de levertijd van afsluiters. Tien weken!
>> Zetten we als eerste op de agenda.
> #1 Onvoorzien is bij mij altijd grond. Altijd.
> #2 Eén slide lukt mij niet, twee kleine?
>> Twee kleine is één grote. Nee.
>planning #2 Levertijden: ik heb er nog {n} in het magazijn, reserveer ze nu bij Jeroen.
>leidingnet #2 Mag een monteur bij dat overleg aanschuiven? Wij weten wat er dwarszit, wij zitten ertussen.
>cm #2 'Eén ding dat je dwarszit' is een goede regel. Ik leen hem.
== projecten ; by=greetje,tim
Tekenwerk: {tien} revisies verwerkt, nog {nummer} te gaan. De kaart klopt weer een beetje meer.
| Iemand tekende de {straat} in {plaats} met een bocht van negentig graden in {materiaal}. Dat kan niet.
  Toch?
> #2 Kan wel, in {jaar} deden ze alles.
>> Dan teken ik hem zo, met een uitroepteken.
> #1 Zal ik je helpen met de stapel van {plaats}? Ik heb {weekdag} ruimte.
> #1 Elke tekening een kop koffie, dan ben je zo klaar. Of wakker.
>leidingnet #2 Die bocht is er echt, ik heb er ooit een dag op gevloekt. Foto komt.
>cm #1 Nog zoveel tekeningen te gaan en toch vrolijk. Hoe doe je dat?
"""
