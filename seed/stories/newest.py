"""24 to 30 September 2026: what a visitor sees first."""

PLAYS = """
@@ 2026-09-30 16:05 heel reinier ; live ; love=41
Vandaag bestaat deze plek twee jaar. Ik heb mijn allereerste bericht teruggelezen. Er stond 'operationeel'
in, en 'u', en
geen enkele vraag. Joke stelde mij vijf dagen later wél een vraag. Ze wachtte er acht maanden op.

Wat ik in die twee jaar leerde, past op een bierviltje:
- zwijgen is ook een bericht
- wie buiten werkt weet het meestal eerder
- 'ik weet het niet' is een antwoord, mits er een datum achter staat

Eén ding lukt me nog niet: ik antwoord sneller aan wie ik ken dan aan wie ik niet ken. Dat zag ik deze
week in mijn eigen
lijstje en ik schrok ervan. **Wie heeft nog een vraag liggen die ik heb laten liggen?** Zet hem hieronder.
Ik begin onderaan.
> joke: Ik heb er geen meer open. Dat ik dit ooit zou typen.
>> reinier: Ik ook niet, Joke. Thee, donderdag, Ravensloo?
>>> joke: De ketel staat al op.
> jelle: Ik heb er een, al drie weken. Mag een leerling bij het overleg over materiaal? Wij werken er nog
veertig jaar mee.
> lotte: Kijk, en ik durfde niet. De dienstauto's van monstername hebben geen winterbanden, en november
komt eraan.
> saskia: Dit bericht gaat niet meer door mij heen, ik las het tegelijk met jullie. Zo was het bedoeld.

@@ 2026-09-30 15:20 leidingnet fatma ; live ; love=17
Molenstraat, Lutterbroek: laatste meter oude leiding eruit. Vierhonderdtwaalf meter, negen klemmen, en één
speelgoedauto uit
ongeveer 1970 die naast de buis lag. Die gaat naar de school.

Wie een stuk van de knik wil als boekensteun: ik zaag er vier.
> harmen: Hier! Na vijf jaar luisteren wil ik hem op mijn bureau zien zwijgen.
> milan: Eentje naar Gerrit brengen? Ik rijd er zaterdag langs.
>> fatma: Die ligt al apart, met een strik.
> lars: Plek 38 was het, op mijn lijst. Ik neem er een als waarschuwing.
>> fatma: Jij krijgt het stuk met de klem.
> naima: De buurt vraagt of jullie vrijdag taart lusten. Ik heb ja gezegd, ik hoop dat dat goed was.

@@ 2026-09-30 14:02 meters koen ; live ; love=12
Morgen gaat wijk vier van start: 1.240 meters in Aalderveen. Wat we anders doen dan in wijk één: eerst
bellen, dan de brief,
dan pas de monteur. Wie daar familie heeft wonen: vraag maar wat ze ervan begrepen hebben. Niet *of*, maar
*wat*.
> karin: Mijn tante woont er. Ze begreep: 'jullie komen iets kleins ophangen en ik hoef niks op te
schrijven.' Dat klopt toch?
>> koen: Dat is beter dan onze folder. Mag ik haar citeren?
> moniek: Ik heb drie avonden in de planning. Alleen samen met iemand die de kruipruimte in wil.
> oksana: The portal is ready. En ik heb de tekst zelf in het Nederlands gedaan, Cemile vond maar twee
fouten!

@@ 2026-09-30 11:34 kantine carla ; love=19
Soep van de dag: pompoen. Vrijdag is het weer **de eerste vrijdag van de maand**, u weet wat dat betekent.
Ik heb zestig gewone
en veertig vegetarische ingekocht, en nee, ik ga de discussie niet opnieuw openen.
> ronald: Zestig? Vorige maand was het om tien over twaalf op.
>> carla: Vorige maand at jij er vier.
> ignas: Mag ik één keer vragen waarom het 'speciaal' heet?
>> carla: Om de uien, jongen. Om de uien.
> herman: Veertig vegetarische is precies wat de grafiek zei. Ik zwijg verder.

@@ 2026-09-30 10:12 veilig jurjen ; live ; love=15
Kwartaalstand: 46 meldingen, waarvan **31 'kleine'.** Dat is goed nieuws: twee jaar geleden kregen we er
zes, allemaal achteraf en
allemaal met een pleister. De stopkaart is negen keer getrokken. Acht keer terecht, één keer om een wesp.
> milan: Die wesp was van mij. Ik sta erachter.
> roel: De aannemer in Kerkwelle vraagt of zijn mensen de kaart ook mogen. Ik heb er twintig neergelegd.
>> jurjen: Prachtig. Precies waar hij heen moet.
> nienke: Hoe lang duurt het gemiddeld tot er iets met een melding gebeurt? Dat zie ik hier niet staan.
>> jurjen: Terechte vraag. Elf werkdagen, en dat is te lang. Volgende maand staat het er standaard bij.

@@ 2026-09-30 09:08 klant selin ; love=14
Volgende week werk ik hier een jaar. Op dag één durfde ik niet op te hangen, nu bel ik mensen terug om te
vragen of het gelukt is.
Beste advies dat ik kreeg kwam van @naima: *niet meteen helpen, eerst horen.*

Wat was het beste advies dat jij hier kreeg?
> rowan: 'Als je niet weet wat je moet zeggen, zeg dan hoe laat je terugbelt.' Van Monique.
> gea: 'Nooit een factuur uitleggen met een factuur.' Van mezelf, na jaren.
> fatma: 'Eerst luisteren, dan graven.' Van Gerrit. Blijkbaar hetzelfde vak.
>> selin: Dan heb ik stiekem het goede beroep gekozen.
> naima: Ik zei dat omdat ik het zelf zo vaak fout deed. Gefeliciteerd alvast!

@@ 2026-09-30 08:21 lab shanti ; love=9
Even hardop denken. In Sint Odrik zien we sinds augustus iets hogere temperaturen aan de kraan, in
Wielzicht niet. Zelfde bron,
zelfde maand. Wie heeft een idee dat niet met het weer begint?
> sjoukje: Nieuwe wijk aan het eind, nog half leeg. Het water staat daar langer stil in een te dikke buis.
>> shanti: Dat is een goede. Kunnen we dat ergens zien?
> leila: De eerste meters daar zijn digitaal. Ik kan het verbruik per straat laten zien, zonder adressen.
> tjeerd: Ik zou ook even voelen of de leiding onder dat nieuwe asfalt niet te hoog ligt. Zwart asfalt,
volle zon.
>> shanti: Drie ideeën in een uur. @fatma, durf jij daar een thermometer in de grond te steken?

@@ 2026-09-29 16:40 heel jeroen ; love=38
De loods is open! Vanmiddag om drie uur, twee dagen vóór de belofte. Reinier knipte het lint met een
buizensnijder en dat ging in
één keer goed, ik heb getuigen. De pakbon met de schets hangt naast de deur.

Loop gerust binnen. Alles heeft een haakje en elk haakje heeft een naam.
> bart: Ik ben er doorheen gelopen en werd een beetje emotioneel van de klemmen op maat.
> reinier: Belofte van 27 november 2025: gehouden. Het dak stond op regel 14 en jij stond op de rest.
> abdel: Mag de trilplaat een alarm?
>> jeroen: Die heeft een haakje met jouw naam erop, Abdel. We weten het allemaal.
> theo: En het kostte minder dan het bureau had begroot. Dat zeg ik niet vaak, dus ik zeg het twee keer.

@@ 2026-09-29 14:55 or joke ; love=4
Zelfroosteren: de proef met ploeg B loopt vrijdag af. Cijfers liggen klaar, maar ik wil eerst de verhalen.
@michiel en @hamza, willen
jullie er vóór donderdag drie mensen over spreken die het *niks* vonden? De blije mensen vinden ons vanzelf.
> hamza: Doe ik. Ik ken er al twee.
> karin: Goede vraag om te stellen. Neem ook iemand mee die halve dagen werkt, daar wringt het.
>> joke: Daar had ik niet aan gedacht. Dank.

@@ 2026-09-29 13:17 nederlands ana ; love=33
GEHAALD! Schrijven, spreken, lezen én luisteren. Staatsexamen Nederlands, niveau B2. De examinator vroeg
of ik iets kon vertellen over
mijn werk. Ik heb twaalf minuten over filter 3 gepraat. Ze moest afkappen.
> dennis: Van lekker, lek en leuk naar B2! Ik ga hier niet om huilen. Jawel.
> tjeerd: Heb je ook de bezem genoemd?
>> ana: De bezem was mijn slotzin.
> ignas: Gefeliciteerd, ik ben over zes weken. Mag ik jouw sticky notes erven?
>> ana: Ze plakken niet meer, maar ze zijn van jou.
> saskia: Doe maar gewoon. (Je weet wat dat betekent.)

@@ 2026-09-30 13:12 klantverhalen lotte ; live ; love=11
Op mijn ronde in Wielzicht vroeg een meneer of ik 'van het bellen' was. Hij wilde iemand bedanken die in
augustus twintig minuten met
zijn vrouw had gepraat toen hij in het ziekenhuis lag. Ze weten alleen nog: zachte stem, Marokkaanse naam,
lachte om de parkiet.

@naima, was jij dat? Ze willen je een kaart sturen, naar welk adres mag dat?
> kimberly: Ik zat ernaast. Die parkiet kon de wachtmuziek nadoen.
> rowan: Als zij het niet was, dan had ze het moeten zijn.

@@ 2026-09-30 12:38 productie nienke ; love=6
@joke, vraag voor de OR vóór donderdag: wat gebeurt er na de proef als ploeg A *nee* zegt en wij *ja*?
Hier in de meetkamer lopen de verhalen
uiteen, en je weet wat er dan met verhalen gebeurt.
> rachid: Ik hoorde vanmorgen drie versies, en één kwam van mij.
> glenn: Schrijf ze op, dan worden ze kleiner. Werkte vorig jaar ook.

@@ 2026-09-29 10:05 klant johanna ; love=9
@saskia, je zou langskomen met een telefoon en koek. Ik heb er nu drie nachten over nagedacht en ik weet
waar ik het over wil hebben: de dag
tussen twee sleutels. Donderdag om elf uur ben ik er klaar voor. Kun je dan?
> gea: Zei ik het niet? Neem ruim de tijd, en ruim koek.
> johanna: En niet filmen. Nou ja, mijn handen mag.

@@ 2026-09-29 08:40 digitaal aimee ; love=4
@dennis, mijn pas doet de poort wel en de lift niet. Ik zit op drie hoog en heb inmiddels kuiten. Is dat
een instelling, of een vitaliteitsprogramma?
> sevda: Van ons komt het niet. Al vinden we het een goed idee.
> marisol: Ik kan je vandaag met de bezoekerspas omhoog sturen, kom maar langs de balie.

@@ 2026-09-29 11:26 planning bart ; love=11
Rooster week 41 is klaar, en voor het eerst is het gemaakt met drie monteurs erbij in plaats van één
planner erboven. Het duurde een
uur langer en er zijn vier ritten minder. Ik vind dat een goede ruil. Wat vinden jullie?
> els: Ik vind dat je er ook vrolijker van kijkt.
> ria: Bij ons werd er niet over gemopperd. Dat is in dit vak een staande ovatie.
> meryem: Wil je dit met de aannemer ook doen? Ik heb er een die altijd om vier uur belt.
>> bart: Laat hem om tien voor vier komen zitten. Met koek.

@@ 2026-09-29 09:44 klantverhalen aimee ; love=18
Bakker in Kerkwelle, halfvijf 's ochtends, geen druk. Ik had hem gisteren gebeld dat we bezig zouden gaan,
maar mijn tijd stond op
'na zes'. Hij was nog aardig ook. Abdel heeft een noodslang over de stoep gelegd, en om half zes kwamen de
broodjes eruit.

Ik zit nu met een zak krentenbollen en een les: **vraag een bakker hoe laat zijn dag begint.**
> abdel: Die bollen waren warm, en ik was koud. Niks meer aan doen.
> desiree: Goede les, en fijn dat je hem zo opschrijft. Zet hem bij de zakelijke vragen.
>> aimee: Staat erbij: 'begintijd' is nu een veld.
> farid: Ik neem dat veld over bij aansluitingen. Waarom vroegen we dat nooit?

@@ 2026-09-28 16:31 vraag jelle ; love=8
@reinier, ik heb sinds 7 september een vraag open staan over het materiaaloverleg: mag er een leerling
bij? We hebben er zelf al over
gepraat en Bram van Productie wil ook. We beloven dat we pas iets zeggen na de eerste koffie.
> bram: En dan alleen slimme dingen. Of domme, die blijken vaak niet dom.
> kees: Van mij mogen ze. Ik was er ook een, en ik zat achterin en zag alles.

@@ 2026-09-28 15:03 digitaal dennis ; love=7
Beheer: donderdagavond tussen acht en negen zet ik de nieuwe versie van dit platform erop. Wat je merkt:
niets, hoop ik. Reservekopie is
vandaag teruggezet op een lege machine en alles stond er, tot en met de frikandel.
> stefan: Teruggezet en nageteld, ik was erbij. Zo hoort het.
> nienke: Donderdag om acht zit ploeg B in de wissel. Kan het om half tien?
>> dennis: Half tien is het. Dank, dat had ik moeten vragen.

@@ 2026-09-28 13:40 verhuis cemile ; love=21
De nieuwe eindnota is drie maanden onderweg. Gesprekken over die brief: van **61 op de 214** in oktober
2024 naar **11 op de 230** deze
maand. Zelfde schriftje, zelfde Naima, andere brief.

Wat ik leerde: de zin die het meeste uitmaakte is *'U hoeft niets te doen.'* Hij stond eerst op bladzijde
twee.
> gea: In 1999 bedacht, in 2026 begrepen. Ik ga met een gerust hart naar mijn pensioen, over vier jaar.
> naima: Ik heb het schriftje drie keer nageteld omdat ik het niet geloofde.
> bea: Mogen de uitslagbrieven hierna? Er staat nog steeds 'conform' in.
>> cemile: Kom maar door. Ik slijp de pen.
> herman: Dat zijn ongeveer zes werkweken bellen per jaar. Ik reken niet alles om, maar dit wel.

@@ 2026-09-28 10:18 leidingnet ria ; love=8
Herfst komt eraan, dus de wachtlijst hangt. Twee gaten: 17 oktober en het weekend van 7 november. Ik wijs
niemand aan voor woensdag. Wie
helpt kiest zijn kerst.
> jordy: 17 oktober doe ik, als ik tussen het melken door mag.
>> ria: De koeien hebben voorrang, dat weten we.
> dylan: November voor mij. En ik had vorig jaar beloofd de kerst van Sem te nemen, dat geldt nog.
> sem: Hier op intranet gezegd, dus rechtsgeldig.

@@ 2026-09-28 08:50 ambassadeurs naima ; love=5
Mijn uren van september: veertien, waarvan vier in de bus bij Leidingnet en drie met nieuwe collega's.
Vraag aan mijn mentor, @hilde: ik krijg
steeds vaker vragen die eigenlijk bij een teamleider horen. Waar leg ik de grens, zonder dat mensen
dichtklappen?
> tjeerd: Ik zeg altijd: 'ik loop met je mee naar binnen, maar jij klopt.'
>> naima: Die schrijf ik op.
> fatma: Bij mij idem. Misschien is het een vraag voor ons allemaal op de 8e?

@@ 2026-09-27 21:14 storm abdel ; love=13
Zondagavond, code geel voor morgen, wind uit het westen. Eikenlaan in Hoge Enk ken ik, daar tillen de
wortels de leiding op. Ik zet de
noodwagen alvast die kant op. Liever een keer te vroeg.
> ria: Goed bezig. Ik sta stand-by, telefoon naast het kussen.
> rachid: Ravensloo en Hoge Enk vol, aggregaat getest om acht uur. Kom maar op.
> emre: Ik heb de vroege. Teksten voor de storingspagina staan klaar, alleen het dorp nog invullen.
> abdel +13h: Nabericht: drie takken, nul lekken, één heel wakkere monteur.

@@ 2026-09-25 15:48 productie bram ; love=22
Ik ben sinds vandaag **geen leerling meer.** Diploma procesoperator, en mijn proef was uitleggen waarom we
tegen de stroom in spoelen. Ik heb
het verteld als het uitkloppen van een kleed. De examinator zei dat hij het zelf nooit zo gesnapt had.
> corrie: Ploeg B is trots! Taart staat in de meetkamer, achter de map die niemand pakt.
> joke: Ik heb dertig jaar leerlingen gehad. Jij vroeg het meest. Dat is een compliment.
>> bram: Domme vragen, zoals beloofd.
> sophie: Dat kleed ga ik gebruiken op de open dag. Met jouw naam erbij.

@@ 2026-09-25 14:10 natuur gerda ; love=16
De poel bij put 7 heeft weer kamsalamanders! Geteld met dertien vrijwilligers, onder wie twee dochters,
een controller en een gepensioneerde
monteur die ongevraagd ook het hek heeft gemaakt.
> herman: Ik telde er elf. Dat cijfer heb ik dubbel gecontroleerd.
> milan: Laat me raden. Pet op, shagje, 'dat hek klopt niet'?
>> gerda: Precies die. Hij had zijn eigen tang bij zich.
> aleida: Het waterpeil daar is dit jaar voor het eerst weer normaal. Mooi dat je het ook aan de dieren
ziet.
"""
