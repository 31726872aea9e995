"""Gerrit Kuipers, 41 years a mechanic, retires."""

PLAYS = """
@@ 2026-06-04 16:10 leidingnet fatma ; love=20
Over vier weken gaat Gerrit. Hij wil geen receptie, geen speech en geen horloge. Wie heeft een idee dat
hij *niet* wil en toch leuk vindt?
> milan: Een laatste lek. Speciaal voor hem. Jij regelt de straat.
> kees: Alles wat hij weet opschrijven. Hij zegt: 'dat staat toch in de kaart'. Nee Gerrit, dat staat in
jou.
>> greetje: Ik kom met de kaart naar hem toe, met een stapel papier en een kan koffie. Ik teken, hij
moppert.
>>> fatma: Greetje, dat is het. Dat is het cadeau.
> gerrit: Ik kan dit gewoon lezen, hè.

@@ 2026-06-18 13:20 projecten greetje ; love=27
Derde middag met Gerrit en de kaart. Tot nu toe: **46 leidingen verbeterd, elf afsluiters teruggevonden**,
één watermolen die nergens meer bestaat, en de plek waar hij in 1993 zijn vrouw ontmoette (Kanaalkade, bij
een lek, ze kwam klagen).

Die laatste heb ik ook ingetekend. In een eigen laag.
> fatma: Die elf afsluiters, daar heb ik er vier van zitten zoeken. Vier dagen bij elkaar.
> wendy: De laag heet nu officieel 'Gerrit'. Aan en uit te zetten, maar wie zou hem uitzetten?
> gerrit: Ze kwam klagen en ze is nooit meer weggegaan.
> bart: Mag ik hem op het planbord? De laag, niet de man. Nou, de man ook.
> naima: Ik vind dit het mooiste wat ik hier ooit las.

@@ 2026-06-30 15:00 heel gerrit ; live ; love=78
Nou.

Ik ben 41 jaar geleden begonnen op een fiets met een aanhanger. Vandaag lever ik een bus in met een tablet
waar mijn eigen naam op staat, als laag.

Ik heb ongeveer negenduizend gaten gegraven en ze allemaal weer dichtgemaakt. Dat laatste is het vak. Ik
heb één keer niks gezegd toen ik wat had moeten zeggen, vorig jaar juli, en dat vertel ik aan iedereen die
het horen wil, want dan doet een ander het wel.

Jelle krijgt mijn luisterstok. Die is van mijn baas geweest en die had hem van de zijne. Eerst luisteren,
dan graven.

Meer heb ik niet. Bedankt voor de koffie.
> jelle: Ik kan nu niks terugschrijven. Straks.
> fatma: Alles wat ik hoor, hoor ik door jou.
> milan: Een minuut. Daar doe ik de rest van mijn leven over.
> ria: Je hebt me leren leidinggeven door het nooit te willen. Dank je, Ger.
> johan: Ik was je leerling in 1996. Ben ik nog.
> dylan: Wie zegt er nu 'eet je brood op'?
>> gerrit: Jij.
> carla: Jouw stoel blijft jouw stoel. Eerste vrijdag van de maand, gewoon langs de balie.
>> gerrit: Doe maar bakje C.
> harmen: De stilste luisteraar die ik ken.
> abdel: Eerste nachtdienst, 2012. Jij had soep, ik had spijt. Het is toch goed gekomen.
> shanti: Jij vroeg als eerste monteur ooit aan ons wat een uitslag betekende. In 2009. Ik weet het nog.
> tjeerd: Kom je op de open dag het water uitleggen? Zonder formules?
>> gerrit: Als er koek is.
> reinier: Gerrit, toen ik in 2019 begon gaf je me een hand en zei: 'We zullen zien.' Mag ik weten wat je
gezien hebt?
>> gerrit: Dat u in april tot uw bretels in het water stond en het zelf ging vertellen. Dat heb ik gezien.
>>> reinier: Meer hoef ik niet te weten. Dank je.
> naima: Mevrouw van nummer 12 heeft een kaart gestuurd. Er staat op: 'Aan de man van de Molenstraat.' Hij
kwam aan.
> kees: Negenduizend en allemaal dicht. Ik kan er geen een aanwijzen, en dat is het mooie.
> bart: De enige die zei dat de planner in de keet hoorde. Je had gelijk, sinds 1985.
> jurjen: Dat je dat van juli vertelt, heeft meer gedaan dan al mijn posters.
> marek: Ik leerde Nederlands van jou. Daarom vloek ik zo goed.
> sem: Je nam in 2023 mijn oud-en-nieuw over en zei dat je toch niet van oliebollen hield. Ik zag je er
zes eten.
> piotr: Dziękuję, szefie.
> ewout: Brandkraan 1187 heet vanaf vandaag Gerrit. Hij doet het altijd en piept een beetje.
> ellen: Namens het hele lab: dank voor al die keren dat je wachtte op de uitslag. Wachten is ook vakwerk.
> marisol: Wie gaat er nu 's ochtends 'is er nog leven' roepen?
> ana: Jij was de eerste die langzaam tegen mij praatte zonder hard te praten. Dank je wel.
> moniek: Dank voor het trapje waar je niks van wist, maar dat je wél vasthield.
> lars: Je wees mij in juni op mijn schone laarzen. Ze zijn nu vies. Dank.
> joke: Veertig jaar zeiden we 'morgen'. Morgen is het dan. Goeie vaart, Gerrit.
> gwen: Ik heb de receptie afgezegd en de taart laten komen. Dat was de afspraak die jij niet wist.
> sevda: Je dossier is één bladzijde. Er staat alleen in wanneer je begon. Mooier kan het niet.
> greetje: De laag staat aan.
> jelle +4h: Ik heb vanavond geluisterd op de Kanaalkade, met de stok. Niks lek. Maar ik snap waarom je
daar bleef staan.
> gerrit +20m: Nou. Dan gaat de bus uit. Tot vrijdag.
"""
