"""What the demo's people raised in its last eight months, and what came of it.

Days count from the day on which the demo is made, so that some of it is always waiting.
"""

from typing import NamedTuple


class Step(NamedTuple):
    after: float  # days since the signal was raised
    act: str  # acknowledged, looking, decided, changed, told, reopened
    words: str = ""
    decision: str = ""
    on: int = 0  # with yes and later: promised for so many days after this step
    by: str = ""  # whoever answers the signal, unless said otherwise


class Signal(NamedTuple):
    days: float  # ago
    kind: str
    by: str
    owner: str
    title: str
    text: str
    where: str = ""
    would_help: str = ""
    topics: str = ""
    steps: tuple[Step, ...] = ()
    supporters: tuple[str, ...] = ()
    helped: tuple[tuple[str, bool, str], ...] = ()
    remarks: tuple[tuple[str, float, str], ...] = ()  # who, days since it was raised, what
    into: str = ""  # title of the signal that this one was put together with
    space: str = ""


class Rule(NamedTuple):
    owner: str = ""  # nobody: who leads the unit
    kind: str = ""
    topic: str = ""


RULES = (
    Rule("jurjen.faber", topic="veiligheid"),
    Rule("carla.meeuwissen", topic="kantine"),
    Rule("maarten.lindeboom", topic="systemen"),
    Rule("reinier.postma", kind="idea"),
)

SIGNALS = (
    Signal(
        236, "concern", "abdel.chentouf", "ria.doornbos", "De reservesleutel van het magazijn ligt bij iemand thuis",
        "Bij een lek om drie uur 's nachts stonden we veertig minuten voor een dichte deur. De sleutel lag bij wie "
        "vrij was.", "Magazijn Ravensloo", "Een kastje met een code bij de achterdeur.", "materiaal wachtdienst",
        (
            Step(0.4, "acknowledged", "Gelezen, en herkend. Ik zoek uit wat er mag van de verzekering."),
            Step(3, "decided", "Ja. Er komt een kastje met een code die elke maand verandert.", "yes", 14),
            Step(13, "changed", "Het kastje hangt. De code staat in de dienstmap, niet op een briefje."),
            Step(14, "told", "Wie wacht heeft, staat nooit meer voor de deur. Dank Abdel, dit had jaren eerder gekund."),
        ),
        ("sem.de.graaf", "fatma.yildiz", "dylan.hasselbaink", "milan.vukovic"),
        (("abdel.chentouf", True, "Vannacht gebruikt. Vier minuten."), ("sem.de.graaf", True, "")),
    ),
    Signal(
        229, "suggestion", "kimberly.sno", "desiree.kromosoeto", "Laat ons zien of er al een monteur onderweg is",
        "Klanten bellen drie keer terug omdat wij niet zien dat er al iemand rijdt. Wij bellen planning, planning "
        "belt de wagen.", "Storingsscherm", "Eén regel in ons scherm: onderweg, ter plaatse, klaar.", "storing klanten",
        (
            Step(1.2, "acknowledged"),
            Step(6, "looking", "Ik zit donderdag met Bart en Samira om de tafel."),
            Step(12, "decided", "Ja. Planning zet de status, wij lezen mee.", "yes", 40),
            Step(49, "changed", "De regel staat in het scherm, met de tijd erbij."),
            Step(51, "told", "Er wordt minder teruggebeld: van één op drie naar één op acht. Dat getal houden we bij."),
        ),
        ("naima.el.amrani", "zainab.karimi", "rowan.huisman", "emre.aydin", "bart.mulder"),
        (("kimberly.sno", True, "Ik hoef niemand meer van de weg te bellen."), ("rowan.huisman", True, "")),
    ),
    Signal(
        214, "concern", "lotte.hemmes", "marjan.duursma", "De koelbox is te zwaar voor één persoon",
        "Vol weegt hij 27 kilo. Ik til hem vier keer per ochtend over een drempel.", "Busjes monstername",
        "Twee kleinere, of een plankje met wielen.", "veiligheid",
        (
            Step(0.3, "acknowledged", "Ik heb hem vanmiddag zelf getild. Je hebt gelijk."),
            Step(4, "decided", "Ja, twee kleine boxen per bus. Ze zijn besteld.", "yes", 20),
            Step(26, "changed", "Alle vier de busjes hebben ze. De oude gaan naar de open dag."),
            Step(27, "told", "Zes dagen later dan ik zei; de leverancier had er eerst maar vier."),
        ),
        ("hamza.lahlou", "petra.nieuwland"),
        (("lotte.hemmes", True, "Mijn rug bedankt je."), ("hamza.lahlou", True, "")),
    ),
    Signal(
        205, "idea", "tjeerd.hoekstra", "reinier.postma", "Neem het geluid van de pompen op",
        "Wij horen twee weken van tevoren dat een lager gaat. Dat staat nergens; als ik met pensioen ga, gaat het mee.",
        "Ravensloo, en later overal", "Een microfoon van veertig euro en iemand van data.", "pompen vakmanschap",
        (
            Step(2, "acknowledged", "Dit is precies waarom ik vraag wat jullie horen. Mag ik komen luisteren?"),
            Step(5, "looking", "Met Ana en Tjeerd een nacht in Ravensloo gestaan. Ik hoorde niets, Ana mat het wel."),
            Step(19, "decided", "Ja, een proef op twee pompen, met Tjeerd als oor.", "yes", 60),
            Step(74, "changed", "De proef loopt. Eén lager vervangen vóórdat het stuk was."),
            Step(77, "told", "Wat ik leerde: het stond al dertig jaar in iemands hoofd. Vraag ernaar vóór het afscheid."),
        ),
        ("marek.zielinski", "ana.ribeiro", "bram.kuperus", "joke.van.der.wal", "glenn.riedewald"),
        (("tjeerd.hoekstra", True, "Het mooiste is dat Bram het nu ook hoort."), ("ana.ribeiro", True, "")),
    ),
    Signal(
        196, "concern", "gea.ploeg", "ton.bruinsma", "De brief over de eindnota klopt niet met het bedrag",
        "In de brief staat het oude tarief, op de nota het nieuwe. Elke ochtend vijf telefoontjes.", "Eindnota",
        "Eén plek voor het tarief.", "brieven klanten",
        (
            Step(0.5, "acknowledged"),
            Step(2, "decided", "Ja. De brief haalt het tarief voortaan uit het systeem.", "yes", 10),
            Step(9, "changed", "Sinds vanochtend klopt het."),
            Step(10, "told", "De klanten van de laatste drie weken krijgen een excuus, van mij ondertekend."),
            Step(24, "reopened", "Bij verhuizing halverwege de maand staat het oude bedrag er nog.", by="gea.ploeg"),
            Step(29, "decided", "Ja, die brief was vergeten.", "yes", 8),
            Step(33, "changed", "Ook de brief bij verhuizing klopt."),
            Step(34, "told", "Twee keer is eigenlijk één keer te veel. Dank dat je bleef kijken, Gea."),
        ),
        ("zainab.karimi", "monique.haaksma", "naima.el.amrani"),
        (("gea.ploeg", True, ""), ("monique.haaksma", True, "De ochtenden zijn rustig.")),
    ),
    Signal(
        187, "suggestion", "jelle.wijbenga", "johan.brink", "Laat leerlingen een week meelopen met planning",
        "Ik snap nu pas waarom een klus op dinsdag staat. Dat had ik graag in maand één geweten.", "",
        "Een week in het eerste kwartaal.", "opleiding",
        (
            Step(1, "acknowledged", "Goed idee. Ik vraag Annemarie."),
            Step(9, "decided", "Ja, vanaf de volgende lichting; en jij mag alsnog.", "yes", 45),
            Step(50, "changed", "Drie leerlingen hebben meegelopen."),
            Step(52, "told", "Planning vond het minstens zo nuttig. We houden het erin."),
        ),
        ("bram.kuperus", "tim.bosveld"),
        (("jelle.wijbenga", True, ""),),
    ),
    Signal(
        176, "concern", "marisol.croes", "ingrid.noordhoek", "Bezoekers met een rolstoel komen niet zelf binnen",
        "De deur gaat naar buiten open en de bel hangt op 1,50 meter. Ik loop elke keer naar buiten.",
        "Hoofdingang", "Een knop op heuphoogte.", "gebouw toegankelijkheid",
        (
            Step(0.2, "acknowledged"),
            Step(3, "looking", "Ronald meet het op."),
            Step(5, "decided", "Ja, een knop én een deur die vanzelf opengaat.", "yes", 50),
            Step(60, "changed", "De deur gaat open met een knop op 90 centimeter."),
            Step(61, "told", "Tien dagen te laat door de aannemer; ik had het eerder moeten zeggen."),
        ),
        ("ronald.vreugdenhil", "joke.van.der.wal"),
        (("marisol.croes", True, "Vanochtend kwam iemand voor het eerst zelf binnen."),),
    ),
    Signal(
        162, "idea", "imane.bouzid", "reinier.postma", "Een dag per jaar ruilen we van baan",
        "Ik schrijf over het werk buiten en heb er nog nooit een dag gestaan.", "",
        "Eén dag, wie wil, met een maatje.", "ontmoeten",
        (
            Step(3, "acknowledged"),
            Step(13, "decided", "Ja, in het najaar. Ik ga zelf de telefoon opnemen; Monique is gewaarschuwd.", "yes", 90),
            Step(110, "changed", "31 collega's hebben geruild."),
            Step(112, "told", "Ik heb zeven klanten gesproken en vier keer moeten zeggen dat ik het niet wist."),
        ),
        ("sander.eikelboom", "fatma.yildiz", "kimberly.sno", "tim.bosveld", "naima.el.amrani", "dewi.santoso"),
        (("imane.bouzid", True, ""), ("fatma.yildiz", True, "Ik weet nu waarom ze zo vaak bellen."),
         ("tim.bosveld", False, "Ik kreeg geen vrij van mijn project.")),
    ),
    Signal(
        151, "suggestion", "melvin.oostburg", "ellen.hartman", "Print de etiketten in het lab, niet boven",
        "Twintig keer per dag een trap op.", "Lab, tweede verdieping", "Een printer van honderd euro.", "lab",
        (
            Step(0.1, "acknowledged"),
            Step(1, "decided", "Ja. Had ik dit geweten.", "yes", 7),
            Step(6, "changed", "Hij staat naast de centrifuge."),
            Step(6.2, "told", "Zes dagen en honderdtien euro."),
        ),
        ("iris.zandbergen",),
        (("melvin.oostburg", True, "Ik mis de trap een beetje."),),
    ),
    Signal(
        143, "concern", "piotr.kaminski", "kees.schippers", "Geen stroom voor de lasmachine op de werf",
        "Wij laden op een verlengsnoer vanuit de kantine. Het wordt warm.", "Werf Molenbuurt",
        "Een groep erbij.", "veiligheid materiaal",
        (
            Step(0.2, "acknowledged", "Snoer eruit, nu. Ik regel vandaag een aggregaat."),
            Step(2, "decided", "Ja, een eigen groep.", "yes", 21),
            Step(20, "changed", "Twee krachtstroomaansluitingen, gekeurd."),
            Step(21, "told", "Dit was gevaarlijk en ik liep er elke dag langs."),
        ),
        ("milan.vukovic", "jordy.visser"),
        (("piotr.kaminski", True, ""),),
    ),
    Signal(
        131, "idea", "tobias.wessels", "reinier.postma", "Een drone voor de watertorens",
        "Inspecteren zonder hoogwerker.", "Watertorens", "Een proef.", "materiaal",
        (
            Step(2, "acknowledged"),
            Step(14, "decided", "Nee. De brandweer heeft er een en vliegt graag voor ons; dat is goedkoper en "
                 "veiliger dan zelf leren.", "no"),
            Step(15, "told", "Bel Sander van de veiligheidsregio; hij weet ervan."),
        ),
        ("lars.verbruggen",),
        (("tobias.wessels", True, "Ander antwoord dan ik vroeg, beter dan ik dacht."),),
    ),
    Signal(
        118, "suggestion", "zainab.karimi", "desiree.kromosoeto", "Brieven ook in eenvoudig Nederlands",
        "Mijn buren begrijpen onze brieven niet, en ik vaak ook niet bij de eerste keer lezen.", "Alle brieven",
        "Eén versie die iedereen begrijpt.", "brieven klanten",
        (
            Step(1, "acknowledged"),
            Step(4, "looking", "Cemile, Bea en drie klanten lezen mee."),
            Step(12, "decided", "Ja, we schrijven de twaalf meest verstuurde opnieuw.", "yes", 75),
            Step(84, "changed", "Alle twaalf zijn vervangen, getest met veertien klanten."),
            Step(86, "told", "Bellen over de brief ging van 9 naar 4 op de honderd."),
        ),
        ("cemile.aksoy", "bea.wattimena", "gea.ploeg", "emre.aydin"),
        (("zainab.karimi", True, "Mijn buurvrouw las hem in één keer."), ("emre.aydin", True, "")),
    ),
    Signal(
        104, "concern", "nienke.aalbers", "henk.wolters", "Geen kleedkamer voor vrouwen op drie stations",
        "Ik kleed me om in de auto.", "Ravensloo, Aalderveen, Molenbuurt", "Een slot en een lijn verf.", "gebouw",
        (
            Step(0.6, "acknowledged", "Hier schaam ik me voor."),
            Step(3, "decided", "Ja, op alle drie vóór de winter.", "yes", 60),
            Step(58, "changed", "Alle drie hebben een eigen kleedkamer met douche."),
            Step(60, "told", "En in het programma van eisen staat het nu vanaf het begin."),
        ),
        ("joke.van.der.wal", "sophie.lenstra", "corrie.sietsma"),
        (("nienke.aalbers", True, ""),),
    ),
    Signal(
        92, "suggestion", "sjoukje.wiersma", "frank.oldenhof", "Eén kaart in plaats van vier",
        "Ontwerp, beheer, storing en klic hebben elk een eigen kaart. Ze verschillen op 140 plekken.", "Kaarten",
        "Eén bron, vier kleuren.", "systemen",
        (
            Step(2, "acknowledged"),
            Step(11, "looking", "Wendy zoekt uit wat er mis kan gaan."),
            Step(15, "decided", "Later. Eerst moet het nieuwe beheersysteem staan, anders doen we het dubbel.", "later", 140),
            Step(17, "told", "In het voorjaar komen we erop terug. De 140 plekken herstellen we nu al."),
        ),
        ("wendy.tjon", "greetje.zijlstra", "orlando.pinas", "mustafa.demirci"),
    ),
    Signal(
        74, "concern", "fatma.yildiz", "ria.doornbos", "De zaklampen vallen uit in de put",
        "Drie van de vijf deden het niet toen we in put 14 stonden.", "Put 14, en de wagens",
        "Lampen die je oplaadt in de wagen.", "veiligheid materiaal",
        (
            Step(0.3, "acknowledged", "Niemand gaat meer een put in zonder twee lampen."),
            Step(2, "decided", "Ja, nieuwe lampen op alle wagens.", "yes", 20),
            Step(18, "changed", "Elke wagen heeft er vier, met een lader."),
            Step(19, "told", "De oude zijn weg, ook uit de la."),
        ),
        ("milan.vukovic", "abdel.chentouf", "jelle.wijbenga", "dylan.hasselbaink"),
        (("fatma.yildiz", True, "Ze doen het. Ook na een nacht."), ("abdel.chentouf", True, "")),
    ),
    Signal(
        61, "idea", "oksana.hrytsenko", "reinier.postma", "A page where every meter shows how it is doing",
        "Customers ask, we look it up, they wait. They could look themselves.", "Meter portal",
        "Six weeks of Koen and me.", "meters klanten",
        (
            Step(1, "acknowledged", "Thank you. I would use it myself."),
            Step(12, "looking", "Koen and Marloes look at what may be shown to whom."),
            Step(18, "decided", "Yes, for the test district first. Privacy is the first line, not the last.", "yes", 75),
        ),
        ("koen.zwart", "leila.farahani", "karin.stolwijk"),
        remarks=(("marloes.veldkamp", 13, "Betrek de klant die niet digitaal is; die moet het ook kunnen vragen."),),
    ),
    Signal(
        48, "suggestion", "naima.el.amrani", "annemarie.vos", "Zeg de klant een dagdeel, geen dag",
        "Mensen nemen een dag vrij voor een kwartier werk.", "Afspraken", "Ochtend of middag.", "klanten rooster",
        (
            Step(1, "acknowledged"),
            Step(6, "looking", "Els en Farid proberen het een week."),
            Step(13, "decided", "Ja. De proef ging beter dan ik dacht.", "yes", 35),
            Step(47, "changed", "Sinds maandag staat er een dagdeel in de bevestiging."),
        ),
        ("kimberly.sno", "els.van.ommeren", "rowan.huisman", "gea.ploeg"),
    ),
    Signal(
        39, "concern", "michiel.rutten", "maarten.lindeboom", "Te veel alarmen die niets betekenen",
        "Vannacht 214, waarvan twee telden. Wie wacht heeft, leest ze niet meer.", "SCADA",
        "Elk alarm heeft een eigenaar of gaat weg.", "systemen wachtdienst",
        (
            Step(0.4, "acknowledged"),
            Step(3, "looking", "Michiel en Joke lopen de lijst na."),
            Step(5, "decided", "Ja. Vóór kerst zijn er honderd weg.", "yes", 60),
        ),
        ("joke.van.der.wal", "ali.benhaddou", "corrie.sietsma", "glenn.riedewald", "tjeerd.hoekstra"),
    ),
    Signal(
        31, "concern", "rachid.ouali", "henk.wolters", "Het rooster voor kerst staat er nog niet",
        "Thuis vragen ze het elke week. Vorig jaar wisten we het op 12 december.", "Ploeg A en B",
        "Acht weken van tevoren.", "rooster",
        (
            Step(1, "acknowledged"),
            Step(4, "looking", "Ik zit er met Wilma en de ploegleiders op."),
        ),
        ("ali.benhaddou", "nienke.aalbers", "joke.van.der.wal", "stanley.kartosen"),
        remarks=(("wilma.hoogland", 6, "Het concept ligt klaar; het wacht op één handtekening."),),
    ),
    Signal(
        17, "suggestion", "carla.meeuwissen", "ingrid.noordhoek", "Soep ook voor wie buiten werkt",
        "Om half twaalf is de helft van het bedrijf onderweg.", "Kantine", "Thermoskannen bij de wagens.", "kantine",
        (
            Step(1, "acknowledged", "Hier word ik vrolijk van."),
            Step(8, "decided", "Ja, op dinsdag en donderdag om te beginnen.", "yes", 20),
        ),
        ("fatma.yildiz", "jordy.visser", "ramon.martina", "ria.doornbos"),
    ),
    Signal(
        12, "concern", "naima.el.amrani", "reinier.postma", "Klanten horen van de krant wat wij niet weten",
        "Over de bruine kraan in Aalderveen stond het eerst online. Wij stonden met de mond vol tanden.", "Aalderveen",
        "Dat wij een kwartier vóór de pers een bericht krijgen.", "klanten communicatie",
        (
            Step(0.5, "acknowledged", "Dit mag niet. Ik bel Sander vandaag."),
            Step(2, "looking", "Sander, Desiree en ik schrijven één afspraak op."),
        ),
        ("kimberly.sno", "monique.haaksma", "desiree.kromosoeto", "zainab.karimi"),
    ),
    Signal(
        9, "suggestion", "bram.kuperus", "henk.wolters", "Plak een QR-code op elke pomp",
        "Dan staat de handleiding waar je hem nodig hebt.", "Alle stations", "Een avond stickers plakken; ik help.",
        "pompen",
        (Step(1, "acknowledged", "Leuk. Ik vraag Sophie welke handleidingen kloppen."),),
        ("rachid.ouali",),
    ),
    Signal(
        5, "idea", "fatma.yildiz", "reinier.postma", "Laat monteurs zelf onderdelen bestellen tot vijftig euro",
        "Een koppeling van acht euro kost nu vier mensen een half uur.", "Leidingnet", "Een pasje per ploeg.",
        "materiaal",
        (Step(1, "acknowledged", "Ik wil dit graag. Herman kijkt mee naar wat er nodig is."),),
        ("milan.vukovic", "piotr.kaminski", "theo.wagenaar"),
    ),
    Signal(
        3, "concern", "ewout.plantinga", "johan.brink", "De brandkraan bij de school lekt weer",
        "Voor de derde keer dit jaar. Het vriest straks.", "Schoolstraat", "Een nieuwe, niet weer een pakking.",
        "veiligheid leidingnet",
        supporters=("bilal.saidi", "fatma.yildiz"),
    ),
    Signal(
        2, "concern", "bilal.saidi", "johan.brink", "IJs op de stoep bij de basisschool",
        "Er loopt water uit de brandkraan.", "Schoolstraat", into="De brandkraan bij de school lekt weer",
        topics="veiligheid",
    ),
    Signal(
        1, "idea", "joke.van.der.wal", "reinier.postma", "Zet in elke vacature wat de ploeg van de functie vindt",
        "Sollicitanten vragen het toch.", "", "Drie zinnen van wie het werk doet.", "werving",
        supporters=("bianca.lammers",),
    ),
    Signal(
        0.3, "suggestion", "emre.aydin", "desiree.kromosoeto", "Een stille plek om na een boos gesprek bij te komen",
        "Nu gaan we naar het toilet.", "Klantenservice", "Twee stoelen en een plant.", "werkdruk",
    ),
)  # fmt: skip
