"""Everyday talk of Leidingnet: mechanics, leak finders, valves and standby."""

SITUATIONS = """
== leidingnet ; shifts ; by=fatma,milan,abdel,dylan,sem,jelle,gerrit,piotr,jordy
Lek {straat} in {plaats}, {materiaal} {diameter} uit {jaar}. {adressen} adressen zonder water,
  verwachting: rond {tijd} weer druk.
| Storing {plaats}: breuk in de {straat}. {@collega} en ik staan er, {adressen} adressen dicht, noodkraan
  staat bij nummer {n}.
| Wéér de {straat} in {plaats}. Nu een gat zo groot als een duim in {materiaal} {diameter}. {adressen}
  adressen eruit, sleuf is open.
> Welke afsluiters heb je dicht? Dan zet ik ze op de kaart.
>> {nummer} en die op de hoek. De derde staat vast, die moet op de lijst van Kees.
> Koppelstukken {diameter} liggen in mijn bus, ik sta tien minuten verderop.
>> Graag! Ik heb er nog één, en die vertrouw ik niet.
> Let op bij de {straat}: daar ligt de gasleiding ondieper dan op tekening.
> Zelfde partij {materiaal} als in {jaar}, die straat is gewoon op.
>klant Staat op de storingspagina en in het belmenu. We hebben {n} bellers gehad, allemaal vriendelijk tot
  nu toe.
>klant Is er iemand met een baby of een dialyse bij? Dan bellen wij zelf vast terug.
>planning Ik schuif jullie klus van vanmiddag naar {weekdag}. Maak deze rustig af.
>cm Mag ik hier een foto van voor 'Dag uit het veld'? Alleen de sleuf, geen gezichten.
== leidingnet ; shifts
Wacht overgedragen aan {@collega}. Eén ding open: {straat} in {plaats} zakt in druk, nog geen nat gevonden.
| Rustige wacht gehad: {n} meldingen, één echte. Sleutel van de noodwagen ligt weer bij {@collega}.
| Einde wacht. De pomp in bus {n} hoest. Ik heb hem niet meer durven uitzetten.
> #1 Overgenomen. Ik rijd er vanavond langs met de luisterstok.
> Slaap lekker, je hebt het verdiend.
> #3 Die pomp hoest al sinds de winter, ik heb hem opgegeven bij de garage.
>> Dan hoest hij in elk geval officieel.
>planning Dan plan ik je morgen pas vanaf tien uur. Rusttijd is rusttijd.
>cm Knap dat jullie dit elke keer zo netjes overdragen. Mag de rest daarvan leren?
== leidingnet ; by=ewout,bilal,kees,fatma,piotr,dylan,jordy
Afsluiter {nummer} in de {straat}, {plaats}: vast. {n} man en een lange sleutel kregen er geen beweging in.
| Heb vandaag in {plaats} {tien} afsluiters gedraaid. Drie zaten onder het asfalt en één onder een terras.
| Wie heeft afsluiter {nummer} ooit voor het laatst gedraaid? Op de kaart staat {jaar}. Ik geloof het.
> #13 Die zat vorig jaar ook al vast. Niet forceren, dan draai je de spindel eraf.
> #2 Terraseigenaar geeft koffie als je het netjes vraagt. Ervaring.
> #13 Zet hem op de vervangingslijst, dan pak ik hem mee met de spoelronde.
>> Staat erop, met foto en maatvoering.
>planning #13 Ik heb {weekdag} een gaatje en een wegafzetting in {plaats}. Zal ik hem daarbij plakken?
>digitaal Als je de foto bij de afsluiter hangt in plaats van in de mail, ziet iedereen het op de tablet.
>cm #2 {n} afsluiters die niemand kon vinden: daar zit een verhaal in. Bel je me?
== leidingnet
Wie heeft de {diameter}-klem van de plank gepakt? Het haakje is leeg en het briefje ook.
| Magazijnvraag: hebben we nog overgangen van {materiaal} naar PE {diameter}? Ik heb er {weekdag} twee
  nodig.
| De trilplaat is kwijt. Wie hem heeft: geen vragen, gewoon terugzetten.
> #13 Ligt bij mij in de bus, sorry. Morgenvroeg terug op het haakje.
>> Fijn. Schrijf je het volgende keer op?
> #13 Achter de deur, onder de zeilen. Vraag niet waarom.
> #13 {@collega} had hem vorige week nodig in {plaats}, vraag het daar even.
>planning #2 Jeroen heeft er {n} besteld, levering {weekdag}. Tot dan één achter de hand houden graag.
>cm Ik hoor van Jeroen dat het magazijn hier zelf ook over piekert. Zal ik jullie aan één tafel zetten?
== leidingnet ; months=11,12,1,2
Min {n} vannacht. Denk aan de standpijpen, en laat geen slang half vol in de bus liggen.
| Eerste vorstschade: {n} kapotte watermeters in {plaats}, alle in een onverwarmde berging.
> #1 Ik leg zand in de bussen, wie pakt er zout?
> #1 Standpijp in de {straat} was al stuk, die heb ik omgewisseld.
> #2 Bij oude bergingen meteen naar de hoofdkraan vragen. Scheelt een tweede rit.
>klant #2 Wij zetten het in het belmenu: meter inpakken, geen föhn. Bedankt voor het seintje.
>cm #2 Hier maak ik een tip voor de website van. Wie wil de meter vasthouden voor de foto?
== leidingnet ; months=5,6,7,8,9
Spoelen in {plaats} is klaar: {tien} brandkranen, {n} traag, één met een wespennest.
| Bruin water bij het spoelen van de {straat}, na een kwartier helder. Volgende straat doen we 's nachts.
| Met dit weer graag om de beurt in de sleuf. Drinken, pet op, en wie duizelig is zegt het.
> #1 Nest heb ik gemeld bij de gemeente. Die zei: dat is een brandkraan. Ja.
> #2 's Nachts scheelt echt, dan belt er niemand.
> #3 Ik heb een koelbox met flesjes, tik maar op het raam.
>klant #2 Fijn dat je het van tevoren zegt, dan staan we niet te kijken bij de eerste beller uit de
  {straat}.
>lab #1 Neem je bij de traagste een flesje water mee? Dan kijk ik naar ijzer en troebelheid.
>cm #3 Dat van die pet neem ik over voor iedereen die buiten werkt.
== leidingnet
Vandaag met {@collega} een dienstleiding vernieuwd in {plaats}. De bewoner bleek zelf loodgieter en had
  overal een mening over.
| Bewoonster in de {straat} kwam met {lekkers}. 'Jullie staan daar maar in de kou.' Zulke dagen.
| Klant boos over zijn tuin. Heb de hortensia eruit gehaald, in een emmer gezet en teruggezet. Tevreden man.
> #1 Loodgieters zijn de ergste. Na monteurs dan.
> #2 Heb je nog wat over? Vraag voor een vriend.
>> Nee. En die vriend weet waarom.
> #3 Dat hortensia-trucje leerde ik van Gerrit. Pluim.
>klant #13 Die meneer heeft ons gebeld om jullie te bedanken! Dat gebeurt {n} keer per jaar.
>cm Dit is precies wat mensen op kantoor nooit zien. Dank je.
== leidingnet
Tekening en buiten kloppen niet in de {straat} ({plaats}): leiding ligt {n} meter naar links en is
  {materiaal}.
| Vraag: in de {straat} staat een aftakking op de kaart die ik nergens vind. Iemand die hem ooit gelegd
  heeft?
> #2 Die is in de jaren tachtig doodgezet, stond vroeger een melkfabriek.
>> Dat verklaart de prop beton. Ik geef het door aan Greetje.
> #1 Meet hem even in en stuur hem naar tekenen, dan hoeft de volgende niet te zoeken.
>projecten #1 Dank, ik pas het ontwerp van de {straat} meteen aan. Dit had ons een bocht en een week gekost.
>digitaal Ik zet een vlag op de kaart: 'buiten gezien, tekening volgt'. Wijkt af is ook informatie.
>planning #1 Dan zet ik de KLIC opnieuw uit, anders graaft de aannemer er doorheen.
>cm Zal ik vragen of iemand van tekenen een keer met je mee naar buiten komt?
== leidingnet ; by=harmen,abdel,fatma
Nachtmeting {plaats}: {n} kuub per uur te veel tussen twee en vier. Ergens loopt wat weg.
| Luisterronde {straat} gedaan. Ruis bij nummer {n}, maar dat kan ook een koelkast zijn.
> #2 Koelkasten zijn de pest. Vraag of de stekker eruit mag.
>> Gedaan. Stilte. Het was de koelkast, en een meneer zonder ijsjes.
> Sluit de sectie eens af bij afsluiter {nummer}, dan weet je welke kant.
> Ik neem de correlator mee, {weekdag} na de koffie.
>planning Ik houd een ploeg vrij op {weekdag} voor als jullie hem vinden.
>klant Twee bewoners daar klaagden over lage druk, ik stuur je de huisnummers. Misschien heb je er iets aan.
>digitaal #1 De druksensor bij {plaats} zakt rond drie uur steeds even in. Zal ik de lijn van vier weken
  delen?
>cm Wie van Data kan hier in de cijfers meekijken? Ik vraag het voor je na.
== leidingnet ; by=ria,kees,johan
Toolbox {weekdag} om kwart over zeven: hijsen en aanslaan. Koffie is er, {lekkers} ook, wie te laat is
  neemt de tweede ronde.
| Rooster van de wacht voor volgende maand hangt. Ruilen mag, onderling, en daarna even tegen mij zeggen.
| Complimenten: deze maand geen enkel verzuim door rug of knie. Houden zo, en blijf tillen met zijn tweeën.
> #2 Ik ruil mijn weekend met {@collega}, we zijn het eens.
> #1 Kan de koffie deze keer warm? Vraag namens velen.
>> Ik zet de kan zelf klaar. Erewoord.
> #1 Tweede ronde is gezelliger, zeg ik uit ervaring.
>planning #2 Stuur je mij de ruilingen ook? Dan loop ik niet met een oud rooster te zwaaien.
>cm #1 Mag ik een keer aanschuiven bij zo'n toolbox? Ik neem koeken mee.
== leidingnet ; by=moniek,milan,jordy
Meterwissel {plaats}: {tien} gedaan, {n} niet thuis, één hond. De hond won.
| Kruipruimte {straat}: water tot de enkels, niet van ons. Foto doorgestuurd, bewoner schrok zich wild.
> #1 Welke hond? Dan zet ik hem bij het adres.
>> Bruin, klein en zonder geweten.
> #2 Is het grondwater of riool? Ruik je meteen.
> #2 Ik heb nog lieslaarzen maat 45 over voor wie wil.
>klant #2 Die bewoner hangt net bij mij aan de lijn. Ik verbind hem door met de gemeente en blijf erbij.
>planning #1 De niet-thuizers zet ik op een avond, dat scheelt de helft.
>cm #1 'De hond won.' Die onthoud ik.
"""
