"""18 to 25 September 2026: the two weeks a visitor scrolls back to."""

PLAYS = """
@@ 2026-09-25 11:02 slim orlando ; love=14
Meerijdochtend nummer twaalf zit erop. Inmiddels heeft elke planner een dag in een bus gezeten en elke
monteur een ochtend aan ons bord.
Het idee stond sinds februari 2025 'opgeschreven'. Vanaf nu wil ik het omdraaien: **wie van kantoor heeft
nog nooit een sleuf gezien?**
> chantal: Ik. Elf jaar contracten voor sleuven en nog nooit in een gestaan.
>> orlando: Maat laarzen? Dan sta je er dinsdag in.
>>> chantal: Negenendertig. En ik neem koek mee.
> natasja: Ik wil wel mee met de nachtwacht. Ik betaal die toeslag al acht jaar.
> ramon: De kraan heeft een tweede stoel. Zachtjes aan de knoppen zitten mag.

@@ 2026-09-25 09:20 foto imane ; love=20
De watertoren van Oosterwelle vanochtend om zeven uur, met de mist er precies tot de derde ring. Ik stond
er om een ander onderwerp en ben
vergeten welk.
> wendy: De derde ring zit op 18 meter 40. Mooie mistmeter.
> greetje: Deze wil ik groot in het trappenhuis.
>> imane: Djoeke laat hem afdrukken. Maat deurpost.
> arjan: Links zie je mijn mast. Het is de enige flatterende foto van die mast ooit.

@@ 2026-09-24 16:15 heel sevda ; love=13
Maandag beginnen er vier nieuwe collega's: twee monteurs, een planner en iemand voor Klantenservice.
Passen liggen klaar (al *elf* maanden op
rij op dag één). Ik zoek nog twee maatjes, liefst uit een heel ander team dan waar ze komen werken.
> lotte: Ik! Vorig jaar was ik de nieuwe en kreeg ik iemand van Digitaal. Beste dag.
>> leila: Dat was ik! Jij leerde mij wat een koelbox kost.
> rico: Doe mij er ook een, ik kan goed rondjes lopen.
> sevda: Vier maatjes gevonden in een uur. Dank jullie wel!

@@ 2026-09-24 14:33 planning dewi ; love=7
Spoelkalender oktober staat erop. Nieuw: je ziet nu ook welke klanten gebeld worden en door wie. Vraag aan
het lab: willen jullie vooraf of
achteraf een monster? Nu doen we het allebei en volgens mij wil niemand dat.
> shanti: Achteraf is genoeg, behalve bij gietijzer. Dan vooraf ook, graag.
>> dewi: Top, dat scheelt veertig ritten.
> marjan: Veertig ritten! Ik kom je persoonlijk een koelbox brengen, gevuld met iets anders.
> bilal: En voor mij graag geen school op maandagochtend. Ze leren er wel van, maar ik ook.

@@ 2026-09-24 11:40 klant marcel ; love=10
Een klacht die me bezighoudt. Mevrouw betaalt netjes, maar haar water komt via de buren binnen, een oude
gedeelde leiding. Buren verhuizen, nieuwe
bewoners willen dat niet meer. Iedereen heeft gelijk. Wie weet wat we hier eerder mee deden?
> fatma: In Wielzicht hebben we zo'n rijtje van zes gesplitst, in één dag. Het is vooral een gesprek, de
buis is makkelijk.
>> marcel: Mag ik met je meerijden als we gaan praten?
>>> fatma: Graag. Jij praat, ik wijs.
> marloes: Juridisch is het een erfdienstbaarheid, praktisch is het een taart. Ik zoek het eerste uit.
> lars: Zet hem op mijn lijst. Gedeelde leidingen tellen nu nergens mee, zie ik.

@@ 2026-09-24 08:34 meters leila ; love=9
Vraag uit de cijfers: in de proefwijk daalt het nachtverbruik met vijf procent nadat mensen hun eigen
grafiek zien. Zonder dat wij iets zeggen.
Komt dat door de grafiek, of doordat dit de mensen zijn die toch al kijken? Ik weet het nog niet en ga dus
niet juichen.
> koen: Eerlijk. Zet je die zin ook in de presentatie?
> joris: In wijk vier krijgt de helft de grafiek een maand later. Dan weten we het.
>> leila: Ik was er al bang voor dat je dat zou zeggen. Goed plan.
> naima: De mensen die ik spreek zeggen: 'ik schrok van mijn toilet.' Dat is geen bewijs, wel een begin.

@@ 2026-09-23 15:55 projecten meryem ; love=11
Molenstraat: bewonersavond gehad, veertig mensen, en niemand boos. Ik had drie antwoorden voorbereid op
vragen die niet kwamen, en kreeg er één
die ik niet had: *'Waarom duurde het vijf jaar?'*

Ik heb gezegd: omdat onze lijst de storingen niet meetelde. En dat het nu wel zo is. Het bleef even stil,
en toen kwam er koffie.
> lars: Dank dat je het zo gezegd hebt. Het was mijn lijst.
>> meryem: Het was onze lijst. En jij hebt hem veranderd.
> sander: Dit is beter dan elk persbericht dat ik er ooit over had kunnen schrijven.
> naima: Mevrouw van nummer 12 belde. 'Die vrouw gaf gewoon toe.' Ze klonk gelukkig.

@@ 2026-09-23 13:05 digitaal oksana ; love=10
Today I shipped the smallest change of my year: the button 'Verzenden' in the portal is now 'Verstuur mijn
meterstand'. Calls about 'did it arrive?'
dropped by half in one week. Thank you @samira and @zainab for insisting, twice.
> zainab: Three times. But who's counting? (Ik. Drie keer.)
> samira: Kleinste release, grootste verschil. Dit wil ik in de demo.
>> oksana: I will present it in Dutch. Bring tissues.
> maarten: Minder systemen, betere vragen, en dus: betere knoppen.

@@ 2026-09-23 09:12 vraag petra ; love=9
@reinier, in de zomer zei je dat je ook een ronde monstername zou meerijden. Mijn koelbox heeft een tweede
handvat. Welke week?
> reinier: Week 42, dinsdag, als je om zes uur nog een plek hebt. Ik neem handschoenen mee en houd mijn
mond bij de vlam.
>> petra: Zes uur is uitslapen. Half zes, achterdeur lab.
>>> reinier: Half zes. Gwen heeft hem net met een zucht in de agenda gezet.
> gwen: Een liefdevolle zucht.

@@ 2026-09-22 16:20 leidingnet jelle ; love=19
Vandaag voor het eerst alléén een lek gevonden. Wilgenlaan, Kerkwelle. Stok op de afsluiter, ogen dicht,
en ineens hoorde ik wat Gerrit altijd 'de fluit in
de kelder' noemde. Twee meter naast waar de correlator zei.
> fatma: Twee meter ernaast, en jij had gelijk?
>> jelle: Ik had gelijk!
>>> fatma: Onthoud hoe dit voelt. En hoe het klonk.
> harmen: De correlator en ik voelen ons gepasseerd. Knap gedaan, jongen.
> johan: Ik heb Gerrit een berichtje gestuurd. Hij stuurde een duim terug, en dat is voor hem een toespraak.

@@ 2026-09-22 13:48 lab ignas ; love=8
Waarom zeggen Nederlanders 'de plaat is schoon' als er niets op groeit, en 'mooi plaatje' als er veel op
groeit? Ik tel vandaag mooie platen. Alles binnen
de norm, maar ik ben in de war.
> iris: Schoon is voor de klant, mooi is voor ons.
>> ignas: Dit schrijf ik op. Ook in het logboek?
> vincent: Niet in het logboek.
> ana: Wacht tot je 'niet verkeerd' hoort. Dat betekent fantastisch.

@@ 2026-09-22 10:30 heel saskia ; love=24
Ik heb geteld. Van alle vragen in september is **87 procent beantwoord door iemand anders dan ik.** Vorig
jaar september was dat 22. Ik vier dit met een lege
inbox en een klein beetje heimwee.

Nieuwe rol voor mij: ik ga op zoek naar wie we *niet* horen. Wie kent een collega met veel te vertellen en
weinig zin in typen? Ik kom langs met een telefoon en koek.
> ali: De nachtploeg. Wij praten genoeg, alleen om drie uur en tegen elkaar.
>> saskia: Drie uur 's nachts, Ravensloo. Zeg welke nacht.
>>> ali: Donderdag. Sterke thee.
> gea: Johanna. Zij weet alles van verhuizen en zegt nooit iets.
> johanna: Ik lees wel alles mee, hoor. Nou, kom dan maar.
> bart: Heimwee mag. Wij bellen je nog wel, voor de gezelligheid.

@@ 2026-09-22 08:05 kantine marisol ; love=12
Gevonden bij de balie: een thermosfles met sticker 'NIET VAN BRAM'. Bram zegt dat hij van hem is. Wie
helpt dit juridisch uit te zoeken?
> bram: De sticker is van mijn moeder. Zij bedoelde mijn broer, die heet ook... nou ja, het is een lang
verhaal.
> marloes: Vondst ter goeder trouw. De fles is van wie er het eerst koffie mee haalt.
> glenn: Dan is hij sinds kwart over acht van mij.

@@ 2026-09-21 15:10 veilig roel ; love=18
Vandaag stond ik bij de aannemer in Kerkwelle, en toen trok een jongen van negentien, derde werkdag, de
**stopkaart**. Voor zijn eigen uitvoerder. Sleufwand
scheurde boven de kabel. Iedereen eruit, bekisting erin, uur later verder.

De uitvoerder gaf hem een hand. Ik heb het in mijn verslag met hoofdletters geschreven.
> milan: Weet je hoe die jongen heet? Ik wil hem een kaartje sturen. Uit ervaring.
>> roel: Yannick. Geef maar mee, ik ben er donderdag weer.
> jurjen: Dit is waar we het vorig jaar in juli voor bedacht hebben.
> reinier: Milan, zet mijn naam er ook op, als dat mag. Kleiner dan de jouwe.
>> milan: Mag. Met een viltstift die het doet.

@@ 2026-09-21 11:47 productie nienke ; love=11
Zelfroosteren, week vijf. Wat goed gaat: ik kon naar de zwemles van mijn zoon, drie keer. Wat schuurt: de
nacht van vrijdag blijft als laatste over, en steeds bij dezelfde
twee mensen. Dat moeten we zelf oplossen, anders lost iemand het voor ons op.
> rachid: Ik ben een van die twee. Ik vind het niet erg, maar ik vind het ook niet eerlijk.
> glenn: Ik neem de komende twee vrijdagen. Had ik zelf moeten zien.
>> rachid: Dank je, Glenn. Radio mag harder.
> bart: Bij ons staat er een teller naast elke dienst: wie deed hem het laatst. Lost niks op, maar
iedereen ziet het. Wil je hem?
>> nienke: Ja, stuur maar! Morgen in de ploeg.

@@ 2026-09-21 09:03 bedrijf anouk ; love=9
'Water voor beginners' start weer op 13 oktober. Vorige ronde zaten er een controller, twee receptionisten
en een wethouder in. De docent is Tjeerd en zijn
eerste zin is: *'Luister.'* Nog zes plekken.
> theo: Dit is de cursus waarvan je na afloop je eigen waterkoker met andere ogen bekijkt. Aanrader.
> bianca: Mogen de vier nieuwen mee?
>> anouk: Ze staan al bovenaan.
> tjeerd: Ik neem dit keer de pomp mee. De kleine.

@@ 2026-09-18 15:30 lek wendy ; love=10
Kaartje gemaakt: alle lekken van vier jaar, met de ondergrond eronder. Veen is rood, zand is geel. Je ziet
het meteen: het zijn niet de *oude* leidingen die breken,
maar de leidingen die **van zand naar veen gaan**. Precies op de naad.
> harmen: De naad! Dáár luister ik voortaan het eerst.
> fatma: Molenstraat ligt er bovenop. En de Achterdijk, die komt dus nog.
>> wendy: De Achterdijk heb ik oranje gemaakt. Zeg je als je er iets hoort?
> lars: Dit gaat morgen in de lijst, als gewicht. Mag ik je als bron noemen?
>> wendy: Noem de naad maar naar Gerrit.

@@ 2026-09-18 13:22 vrij sophie ; love=11
Open dag, 3 oktober, Ravensloo. Nog nodig: iemand bij het kleed (uitleg filters), iemand bij de glazen
(proeven, blind) en iemand die tegen kinderen zegt dat ze niet
in de kelder mogen. Laatste functie vraagt ervaring.
> nienke: Kelder, ik heb er thuis drie.
> selin: Ik doe de glazen! Mag ik zeggen dat het vanmorgen nog onder de grond zat?
>> sophie: Een dag of twee, zegt Shanti. Maar je mag het dramatisch brengen.
> ramon: De kraan komt ook, met de tweede stoel.

@@ 2026-09-18 11:15 klantverhalen rowan ; love=17
Meneer uit Sint Odrik, de man van maandag half negen, belt nu ook op donderdag. Niet voor de druk. Hij
leest verhuisbrieven voor aan een buurvrouw met slechte ogen en wil
weten of hij het goed uitspreekt: 'voor-schot-be-drag'.

Hij doet het goed.
> naima: Ik wist het. Hij heeft werk gevonden.
> cemile: Wil hij meelezen met de nieuwe brieven? Ik meen het.
>> rowan: Ik vraag het hem maandag om half negen.
> reinier: Dit lees ik voor bij de raad van commissarissen, als Rowan en meneer het goedvinden.

@@ 2026-09-18 09:00 heel tim ; love=15
De lijst 'vragen die overal leven' is op. Echt. Van de 140 zijn er 133 beantwoord, vijf bleken dezelfde
vraag en twee heeft niemand een antwoord op:
1. waarom heet de vergaderzaal op twee hoog 'Zaal 4'?
2. wie betaalt de krant die nog steeds elke ochtend op de mat ligt?

Wie ze weet krijgt mijn kar.
> hilde: Er waren ooit vier zalen op één hoog. Zaal 4 is verhuisd, de rest is kantoor geworden.
>> tjeerd: Dat is een prachtig nutteloos feit. De kar is van jou.
> herman: Ik heb de krant uitgezocht. Niemand betaalt hem. Al sinds 2014. Laten we heel stil zijn.
"""
