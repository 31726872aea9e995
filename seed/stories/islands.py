"""October 2024 to March 2025: everybody talks at home, hardly anybody across."""

PLAYS = """
@@ 2024-10-01 09:02 heel saskia ; love=9
Welkom op ons nieuwe intranet! Vanaf vandaag vind je hier elk team, elke ruimte en (nu nog) heel veel
witte plekken.

Drie dingen om mee te beginnen:
- zet een foto bij je naam, liefst een waarop je buren je herkennen
- kijk in de ruimte van je eigen team
- stel hier een vraag die je al maanden had

Ik lees alles. Echt alles.

@@ 2024-10-03 10:00 heel reinier ; love=6
**Mededeling.** In het kader van de verdere professionalisering van de interne informatievoorziening is
per 1 oktober
het sociaal intranet operationeel. De directie hecht aan een zorgvuldig gebruik. Voor vragen kunt u zich
wenden tot uw leidinggevende.

@@ 2024-10-08 11:41 heel joke ; love=7
Vraag aan de directie, @reinier: wanneer horen de ploegen iets over het nieuwe rooster? Er is in juni een
brief beloofd.
Het is nu oktober, en ik mag de brief ook zelf schrijven.

@@ 2024-10-04 16:52 productie tjeerd ; love=5
Ravensloo, vrijdag, 16.40 uur: **filter 3 eruit.** Kleppen op handbediening, spoeling opnieuw gestart, nu
stabiel. Ik schrijf
het op omdat ik denk dat dit vaker op vrijdag gebeurt. Denken is nog geen weten.
> joke: Het is elke keer als ik een verjaardag heb.
>> tjeerd: Jij hebt ook altijd een verjaardag.
> ali: Zet tijd en stand er elke keer bij, dan hebben we over een jaar iets om te laten zien.
>> tjeerd: Schriftje ligt naast de kast. Wie het leest, vult het in.

@@ 2024-10-10 07:15 planning bart ; love=4
Vandaag elf klussen uit, vijf afgemeld. Niet omdat het werk niet gedaan is, maar omdat niemand het tegen
ons zegt.
Ik plan dus morgen op geloof, hoop en een excelletje.
> els: Van twee weet ik dat ze klaar zijn. Ik heb de bus zien staan, bij de bakker.
>> bart: Dat is geen afmelding, dat is een getuigenis.
> wilma: Ik breng het in bij het overleg met Leidingnet. Weer.
> orlando: Misschien is de tablet het probleem en niet de man?

@@ 2024-10-11 15:20 leidingnet milan ; love=6
Planning stuurt me van Wielzicht naar Kerkwelle, terug naar Wielzicht en dan weer naar Kerkwelle. Ik ken
de weg nu.
> abdel: Ze denken dat de brug altijd open is. Of altijd dicht. In elk geval iets met altijd.
> fatma: Heeft een van ons ze ooit verteld hoe lang dat rijden is?
>> milan: Dat zien ze toch?
>>> fatma: Waar dan? Uit dat raam op de tweede zie je de parkeerplaats.
> gerrit: Vroeger zat de planner in de keet. Dat was één deur en een hoop gevloek, en dan klopte het.

@@ 2024-11-12 06:48 leidingnet fatma ; love=7
**Molenstraat, Lutterbroek.** Lek nummer vier dit jaar, weer bij de knik. Klem erop, 26 adressen, druk
terug om 06.20 uur.
Ik heb de oude klemmen laten zitten en er een foto van gemaakt. Het begint op een ketting te lijken.
> gerrit: Die knik is van 1967. Ik was er niet bij, maar ik heb de man gekend die hem maakte. Die had haast.
>> fatma: Dan is dat de duurste haast van Lutterbroek.
> ria: Wie vraagt vervanging aan?
>> johan: Is aangevraagd, in 2021. En in 2022. Ik doe het weer.

@@ 2024-10-22 13:10 lab shanti ; love=5
Vraag die mij bezighoudt: we geven elke week honderden uitslagen door, en ik weet van niet één wat iemand
ermee deed.
Jullie wel?
> iris: Ze gaan naar een postvak met de naam 'uitslagen'. Of daar iemand woont weet ik niet.
> vincent: Bij afwijkingen bellen we. De rest is 'goed' en goed is stil.
>> shanti: Goed mag best geluid maken.
> bea: Ik gebruik ze voor het jaarverslag. Dat is één keer per jaar, geef ik toe.

@@ 2024-11-20 09:33 lab hamza ; love=6
Hygiëne bij monstername: ik zag gisteren iemand (mezelf) zijn telefoon pakken met de schone handschoen
aan. Dus:
1. telefoon in de linkerzak, handschoen rechts
2. eerst vlam, dan bel, dan fles
3. wie belt tijdens het nemen heeft niets belangrijks
> petra: Eerlijk dat je het van jezelf vertelt. Ik had hem ook.
> marjan: Zet ik zo in het boekje, met jouw drie regels.
> yvonne: En als het mijn moeder is?
>> hamza: Dan zeker.

@@ 2024-11-06 10:05 klant naima ; love=6
Ik houd sinds een maand een schriftje bij: waar bellen mensen *eigenlijk* over? Van de 214 gesprekken
gingen er 61 over
een brief die ze niet begrepen. Onze brief.
> marcel: Dat zijn er meer dan over lekken.
> gea: De eindnota is in 1999 bedacht door iemand die niet van mensen hield.
>> naima: Ik bewaar jullie zinnen. Ooit wil iemand dit weten.
> desiree: Ik wil het weten. Neem het schriftje mee naar maandag.

@@ 2024-11-14 14:12 projecten lars ; love=4
Op de lijst van te vervangen leidingen staat de Molenstraat in Lutterbroek op plek 38. Ouderdom 57 jaar,
materiaal goed,
storingen 'onbekend'. Ik ga uit van wat er in het systeem staat. Er staat alleen niet veel in het systeem.
> sjoukje: Dan is 38 een gok met decimalen.
> frank: Werk met wat we hebben, en zet 'onbekend' niet op nul.
>> lars: Dat doet de formule dus wel.

@@ 2024-12-12 12:31 bedrijf carla ; love=6
Kerstlunch: 19 december, twaalf uur. Ik heb gerekend op zestig man, vorig jaar kwamen er negentig. Wie
komt zegt het,
wie het niet zegt krijgt het kapje van het brood.
> marisol: Ik kom, en ik neem pan bati mee.
> herman: Ik kom. Kapje is prima, zeg ik alvast.
> ronald: Tafels staan er om elf uur, mits iemand de sleutel van de kelder terugbrengt.

@@ 2024-12-24 23:40 leidingnet sem ; love=8
Kerstwacht, Aalderveen. Bevroren meter bij een mevrouw die precies één stoel over had aan tafel. Ik heb
het gerepareerd
en toen heb ik *heel kort* gezeten. Er was rollade.
> ria +8h: Ik heb niks gelezen. Vrolijk kerstfeest, jongen.
> dylan +1h: Volgend jaar neem ik de kerst.
>> sem: Dat staat nu op internet. Nou ja, op intranet.

@@ 2025-01-06 09:00 heel reinier ; love=7
**Nieuwjaarsboodschap.** De directie wenst alle medewerkers een voorspoedig 2025. Wij kijken terug op een
jaar waarin de
gestelde doelen grotendeels zijn gerealiseerd en zien met vertrouwen uit naar de verdere uitrol van de
strategische agenda.

@@ 2025-01-13 15:47 digitaal ana ; love=7
Hi all, I'm Ana, the new data engineer, from Porto. I moved here nine days ago. So far I learned three
words: *lekker*, *lek*
and *leuk*. I use them in random order and people are still friendly.

I'll start with the sensor data of the pumping stations. If you know why a column is called 'bijz', please
tell me.
> dennis: Welcome! 'Lek' is what we fix, 'lekker' is the soup, 'leuk' is you being here.
>> ana: I will put that on a sticky note.
> joris: Your laptop, badge and chair all arrived before you did. That has never happened.
> michiel: 'Bijz' is short for 'this did not fit anywhere'. Bring coffee, I'll explain.

@@ 2025-01-17 17:05 productie tjeerd ; love=4
Filter 3, Ravensloo, vrijdag, 16.38 uur. Schriftje: **zevende keer, zes vrijdagen.** Die ene woensdag was
de dag vóór
Hemelvaart... van vorig jaar. Dus eigenlijk ook een vrijdag.
> corrie: Vijf voor half vijf zegt iedereen bij ons al: ga vast in de buurt staan.
> sophie: Ik zie in het proces niets dat een week kent. Water weet niet dat het vrijdag is.
>> tjeerd: Het water niet. Wij wel.

@@ 2025-02-03 06:20 productie wim ; love=5
Ik ga in juli met vroegpensioen en mijn dochter vroeg wat ik ga missen. De stilte om vier uur 's nachts op
Hoge Enk, zei ik. En Truus, de spoelpomp.
> tjeerd: Truus gaat jou ook missen. Ze piept anders als jij er niet bent.
> nienke: Ik leer je route. Alleen die tussendoor langs de ijsvogel snap ik nog niet.
>> wim: Daar hoef je niets van te snappen, daar moet je alleen blijven staan.

@@ 2025-02-04 08:20 leidingnet gerrit ; love=6
Molenstraat Lutterbroek, lek vijf. Fatma stond er al voor de melding binnen was, want ze was er gaan
luisteren. Dát is een
vakvrouw. De nieuwe mag zien hoe je met een stok en een oor een leiding leest.
> fatma: Ik hoorde vooral de koelkast van nummer 12.
> kees: Klem nummer vijf dan maar. Ik reserveer zes vast.
> harmen: Correlator zegt twee meter verder dan de vorige. Het loopt naar de school toe.

@@ 2025-02-18 10:26 planning orlando ; love=4
Idee, mag ook weg: als wij nou één ochtend per maand naast een monteur in de bus gaan zitten? Dan zien we
wat 'even een
afsluiter' is.
> bart: Klinkt goed, wie doet dan mijn telefoon?
> wilma: Na de verbouwing van het rooster. Ik schrijf het op.
>> orlando: Het staat nu dus ergens opgeschreven. Dat is al iets.

@@ 2025-03-11 16:02 klant marcel ; love=5
Klacht binnen over bruin water in de Wilgenlaan. Ik zoek iemand die weet of er die dag gespoeld is. Het
systeem zegt van
niet, de klant stuurt een foto van onze bus.
> naima: De bus liegt niet. Maar wie bellen we? Ik heb drie nummers en een voicemail.
> rob: Ik heb één keer iemand gesproken van daar. Aardige vrouw, ze stond in een gat.
> kimberly: Ik zeg nu maar 'dat zoeken we uit' en dan zoek ik niks uit, want waar?

@@ 2025-03-20 11:10 heel saskia ; love=9
We zijn een half jaar onderweg. Eerlijk verslag: in alle teamruimtes wordt gepraat, en bijna nergens
*tussen* de teams.
Er staan hier dertien vragen zonder antwoord. Eentje staat er al sinds 8 oktober.

Dat ga ik anders doen. Vanaf april kom ik bij je langs. Met stroopwafels, en met jouw vraag.
"""
