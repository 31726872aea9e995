"""The famous thread: whether the canteen may stop selling frikandellen."""

PLAYS = """
@@ 2026-04-09 11:45 kantine carla ; live ; love=44
Lieve mensen. Vanaf mei wordt de kantine gezonder. Meer groente, minder vet. Daarom neem ik de **frikandel
speciaal** van de kaart. Ik weet dat dit even wennen is, maar ik heb er het volste vertrouwen in.
> glenn: Nee.
> dylan: Even wennen? Ik ben hier voor die frikandel komen werken.
> ramon: Ik leg de kraan stil.
> milan: Mag ik de stopkaart hiervoor trekken?
>> jurjen: Nee.
>>> milan: Geen uitleg nodig, geen gevolgen, stond erbij.
>>>> jurjen: Ik pas de kaart aan.
> carla: Jongens, het is één snack.
>> abdel: Het is één snack zoals de Elfstedentocht één rondje is.
> petra: Eindelijk groente. Ik zeg het hardop, jullie weten waar ik werk.
> iris: Ik ben vóór. Ik eet hier al zes jaar alleen de kaas van de broodjes.
> herman: Cijfers: in 2025 verkochten we 3.112 frikandellen, waarvan 2.704 op vrijdag. Gezondste dag is
dinsdag.
>> ana: Kan ik deze data hebben?
>>> herman: In een csv, met plezier.
> gerrit: Ik heb er in 41 jaar ongeveer zevenduizend gegeten. Kijk naar mij.
>> shanti: Gerrit, dat is geen argument vóór.
> hong: Wat zit er eigenlijk in?
>> melvin: Ik kan het meten.
>>> carla: Waag het niet.
> tjeerd: Vrijdag zonder filterstoring is mooi. Vrijdag zonder frikandel is een halve vrijdag.
> zainab: Ik eet hem niet, en toch vind ik het zielig. Kan er een halal variant bij? Dan kan ik meedoen
met dit gesprek.
>> emre: Ja! Vijftien jaar kijk ik naar die uien.
>>> fatma: Ik teken ook.
> lisanne: En een vegetarische. Die bestaan, ze zijn goed, ik heb ze blind getest op mijn broer.
>> dylan: Wat zei hij?
>>> lisanne: 'Lekker.' Hij weet het nog steeds niet.
> sophie: Als technoloog: vet van de kaart halen verplaatst het vet naar de snackbar op de hoek.
> aleida: Dat is precies wat water ook doet.
> wilma: Vrijdagmiddag staan er om tien over twaalf vier bussen bij die snackbar. Ik zie het in de gps.
>> kees: Dat is geheim.
>>> wilma: Dat was geheim.
> bart: Rekenwerk: snackbar kost een ploeg veertig minuten. Kantine elf. De frikandel levert ons negentien
uur per maand op.
>> herman: Ik heb nog nooit zo'n mooie businesscase gezien.
> ignas: What is frikandel? I am afraid to ask.
>> ana: It is long. Niemand weet het.
>>> ignas: In Litouwen hebben wij iets dergelijks, maar wij praten er niet over.
> marloes: Juridisch is er geen recht op frikandel. Ik heb het opgezocht. Er is wel zoiets als 'bestendig
gebruik'.
>> glenn: BESTENDIG GEBRUIK!
> joke: Officieel: wijziging van de kantine kan onder de overlegregeling vallen. Ik meld me vast.
>> carla: Joke, het is *één snack*.
>>> joke: Zo begint het altijd.
> sevda: Vanuit vitaliteit ben ik vóór Carla. Vanuit mezelf ben ik op vrijdag altijd 'toevallig' in de
kantine.
> tobias: Strategisch gezien is de frikandel ons enige afdelingsoverstijgende programma.
>> tim: Dit komt in mijn eindrapport.
> gea: In 2004 is de kroket afgeschaft. Die is ook teruggekomen. Stil blijven en wachten.
> rob: Mijn achternaam is Waterreus en zelfs ik drink er cola bij.
> moniek: Ik zit onder een keuken en lees dit. De klant vraagt waarom ik lach.
> roel: Sta bij de aannemer. De hele ploeg leest mee. Zij hebben er ook een mening over.
>> frank: Aannemers stemmen niet.
>>> roel: Dat vonden ze jammer.
> bea: Wie heeft Carla eigenlijk gevraagd waaróm?
>> carla: Dank je, Bea. Omdat vorig jaar drie collega's met hun hart in het ziekenhuis lagen. Eén daarvan
was mijn man.
> dylan: Oké. Nu ben ik stil.
> gerrit: Sorry, Carla. Dat wist ik niet.
> milan: Kaart ingetrokken. Sorry.
> reinier: Carla, dank dat je dat zegt. Ik heb niets toe te voegen, behalve dat ik hem ook eet. En dat ik
luister.
> naima: Mag ik een voorstel doen? Niet weg, maar bijzonder. Eén keer per maand, de eerste vrijdag. Drie
soorten: gewoon, halal, vegetarisch. De rest van de maand is van Carla.
>> carla: Daar kan ik mee leven.
>>> naima: Letterlijk, hoop ik.
> glenn: Eén keer per maand. Dan is het een feestdag.
> abdel: Ik kan hiermee naar mijn achterban.
> petra: Ik ook, naar de mijne. Wij zijn met drie.
> lars: Onbekend telt niet als nul: hoeveel mensen hebben niets gezegd?
>> ana: 61 mensen zeiden iets. Niemand die op vrijdag eet ontbreekt.
> ellen: Blinde proef in het lab? Drie soorten, genummerde bakjes, protocol van Geert.
>> geert: Protocol ligt klaar. Documentnummer 613.
>>> melvin: Mag ik dan nu wél meten?
>>>> carla: Nee, Melvin.
> mustafa: Ik neem mijn neef mee, die maakt ze zelf. Halal, geheim recept, legendarisch in Lutterbroek.
> marisol: Op Aruba heet dit anders en er zit kaas in. Ik zeg het maar.
>> ronald: Marisol, jij maakt het alleen ingewikkelder. Hoeveel kaas?
> wendy: Vraag: 'speciaal' met of zonder curry?
>> orlando: Open die deur niet.
> harmen: Ik luister alleen. Beroepsdeformatie.
> imane: Mag ik de proef filmen?
> sander: De streekkrant weet het. Niet van mij. Ze willen een foto.
>> hilde: Zeg dat wij op lopende frikandellen niet ingaan.
> theo: Offertes binnen. Vegetarisch is drie cent duurder. Ik durf het aan.
> saskia: Dit is nu de langste draad uit onze geschiedenis, met mensen uit álle negen afdelingen. Ik heb
anderhalf jaar geprobeerd dat voor elkaar te krijgen met vragen van de week. Het was een frikandel.
>> tobias: Afdelingsoverstijgend. Ik zei het.
> jeroen: Ik reserveer vast een haakje in het magazijn voor de uiensnijder.
> corrie: En de nachtploeg? Wij hebben nooit vrijdag twaalf uur.
>> carla: Ik zet er twaalf in de vriezer op Ravensloo. Met naam.
>>> corrie: Dit is leiderschap.
> carla: Besloten: **eerste vrijdag van de maand, drie soorten, blind geproefd.** De andere dagen eten
jullie wat ik maak, en jullie zeggen dat het lekker is.
> gerrit: Het is lekker, Carla. Dat was het altijd al.
> ana: Voor de statistiek: 'nee' werd negen keer gezegd, 'sorry' drie keer, en 'lekker' vaker dan ik kan
tellen.

@@ 2026-05-01 12:55 kantine geert ; love=26
**Uitslag blinde proef**, document 613, versie 2. Deelnemers: 58. Op nummer één: bakje C.

Bakje C is de halal van de neef van Mustafa. Bakje A (gewoon) werd tweede, bakje B (vegetarisch) derde met
één punt verschil. Negen mensen die 'nooit vegetarisch' hadden gezegd kozen B. Ik noem geen namen. Ze
weten het.
> dylan: Ik vraag om hertelling.
>> geert: Er is driemaal geteld, waarvan eenmaal door Shanti.
> mustafa: Mijn neef huilt. Hij heeft het aan zijn moeder verteld.
> lisanne: EEN PUNT.
> fatma: Vijftien jaar gewacht, en dan wint hij ook nog.
> carla: Ik ga nergens meer iets van zeggen. Tot de eerste vrijdag van juni.
"""
