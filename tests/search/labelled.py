"""Questions with what a colleague would expect to find, in Dutch and English; the same list for both engines.

Each text has a key; each line of QUESTIONS is what is typed, then the keys of all that should be found.
"""

TEXTS = {
    "brug": "De brug over de Aa gaat maandag dicht voor het verkeer.",
    "spoorbruggen": "Alle spoorbruggen krijgen dit jaar een nieuwe verflaag.",
    "brugonderhoud": "Wie heeft het schema van het brugonderhoud?",
    "vergadering": "De vergadering van dinsdag begint om tien uur in zaal drie.",
    "teamvergaderingen": "Onze teamvergaderingen duren te lang; een half uur is genoeg.",
    "notulen": "Hier staan de notulen van vorige week.",
    "huizen": "Bij twaalf huizen in de Molenstraat is de meter vervangen.",
    "huis": "Vanaf volgende maand werk ik twee dagen van huis.",
    "ziekenhuis": "Het ziekenhuis vraagt een tweede aansluiting.",
    "storing": "Storing in Ravensloo: de pomp staat stil sinds vannacht.",
    "gasstoringen": "Bij gasstoringen belt de meldkamer eerst de wachtdienst.",
    "pompen": "De nieuwe pompen zijn stiller dan de oude.",
    "waterleiding": "Een waterleiding is geraakt bij graafwerk aan de Dorpsweg.",
    "leidingen": "Leidingen van voor 1970 liggen dieper dan op de kaart.",
    "leidinggevende": "Vraag het aan je leidinggevende.",
    "veiligheid": "Veiligheid eerst: draag je helm ook in de hal.",
    "veilig": "Is het veilig om alleen in de put te gaan?",
    "rooster": "Het rooster van december staat klaar.",
    "dienstrooster": "Kan iemand het dienstrooster van de storingsploeg delen?",
    "ideeen": "Wie heeft ideeën voor de kantine?",
    "idee": "Een goed idee van Fatma: een ruilkast voor gereedschap.",
    "fotos": "De foto's van het zomerfeest staan online.",
    "kinderen": "Op de open dag zijn kinderen welkom.",
    "steden": "In de grote steden is de grond duurder.",
    "stad": "Door de hele stad liggen straten open.",
    "gewerkt": "Vorig jaar hebben we hier met zes man gewerkt.",
    "geschreven": "De handleiding is geschreven door de monteurs zelf.",
    "schrijven": "Wie wil een stuk schrijven over het afscheid van Kees?",
    "begroting": "De begroting voor volgend jaar is goedgekeurd.",
    "jaarbegroting": "Vragen over de jaarbegroting kun je hier stellen.",
    "vergunning": "Voor de Dorpsweg is een vergunning nodig.",
    "omgevingsvergunning": "De omgevingsvergunning laat drie maanden op zich wachten.",
    "klacht": "Een klacht van een bewoner over lawaai in de nacht.",
    "klachten": "Klachten komen binnen een dag bij de juiste mensen.",
    "meterkast": "In de meterkast past geen tweede meter.",
    "meters": "Slimme meters sturen elk kwartier een stand door.",
    "collega": "Mijn collega uit Zwolle kent dit soort kranen.",
    "collegas": "Zeven collega's gaan mee naar de beurs.",
    "oefening": "De oefening met de brandweer was leerzaam.",
    "opleiding": "Een opleiding tot lasser duurt twee jaar.",
    "lassers": "Onze lassers zoeken versterking.",
    "elektricien": "De elektriciën van de nachtploeg heet Björn.",
    "cafe": "We drinken vrijdag koffie in café De Brouwer.",
    "creche": "De crèche naast het kantoor heeft weer plaats.",
    "email": "Stuur me een e-mail met de tekening.",
    "wifi": "De wifi in hal B valt steeds uit.",
    "dn100": "De klem DN100 past niet op de oude buis.",
    "fiets": "Een fiets van de zaak: hoe vraag ik die aan?",
    "fietsenstalling": "De fietsenstalling is vol voor acht uur.",
    "parkeerplaats": "De parkeerplaats achter het magazijn is afgesloten.",
    "magazijn": "Het magazijn telt zaterdag de voorraad.",
    "werkkleding": "Nieuwe werkkleding passen kan tot vrijdag.",
    "overleg": "Het werkoverleg van maandag vervalt.",
    "aanbesteding": "De aanbesteding van het grondwerk is gewonnen door Van Dijk.",
    "contract": "Het contract met de aannemer loopt af.",
    "aannemers": "Aannemers melden zich eerst bij de portier.",
    "kraan": "De kraan bij put zeven lekt.",
    "lekkage": "Lekkage gemeld in de kelder van blok C.",
    "riolering": "De riolering onder de markt is honderd jaar oud.",
    "wachtdienst": "Ruilen van een wachtdienst doe je onderling.",
    "verlof": "Verlof voor de zomer vraag je voor 1 maart aan.",
    "ouderschap": "Hoe werkt ouderschapsverlof bij ons?",
    "bridge_en": "The bridge team meets on Thursday.",
    "meeting": "The meeting about safety at work moved to Friday.",
    "meetings": "Fewer meetings, more time on site, please.",
    "safety": "Our safety rules changed after the accident.",
    "engineers": "Two engineers from Leeds visit the plant.",
    "engineering": "An engineering student asks for an internship.",
    "pipes": "The pipes in the north hall are rusting.",
    "pipeline": "A pipeline inspection is planned for spring.",
    "children": "Children may visit the plant on open day.",
    "wrote": "Maria wrote a guide for newcomers.",
    "write": "Can you write down how you fixed the valve?",
    "valves": "Replace the valves before winter.",
    "budget": "The budget for training is not spent yet.",
    "newsletters": "Old newsletters are in the archive.",
    "workshops": "Three workshops on welding, open to all.",
    "welding": "Welding needs a permit and a second person.",
    "permits": "Permits are signed by the shift leader.",
    "maintenance": "Maintenance of the turbines starts in May.",
    "turbine": "A turbine blade was damaged by hail.",
    "warehouse": "The warehouse closes early on Friday.",
    "deadline": "The deadline for proposals is next week.",
    "resume": "Send your résumé to the training desk.",
    "naive": "It was naïve to think the pump would last.",
    "colour": "Which colour marks drinking water?",
    "leaking": "The tap in the lab is leaking again.",
    "thanks": "Thanks to everyone who helped during the storm.",
    "storm": "Storm damage on the roof of hall A.",
    "onboarding": "Onboarding of newcomers takes four weeks.",
    "password": "How do I reset my password?",
    "printer": "The printer on the second floor jams.",
    "volunteers": "We need volunteers for the summer fair.",
    "cables": "Underground cables are not on this map.",
    "invoice": "Where do I send an invoice?",
    "policies": "Travel policies are being rewritten.",
    "company": "Companies that deliver gravel report at the gate.",
}

QUESTIONS = """
brug | brug spoorbruggen brugonderhoud
bruggen | brug spoorbruggen brugonderhoud
spoorbrug | spoorbruggen
onderhoud | brugonderhoud
Brug | brug spoorbruggen brugonderhoud
vergadering | vergadering teamvergaderingen
vergaderingen | vergadering teamvergaderingen
vergadeirng | vergadering teamvergaderingen
vergaderin | vergadering teamvergaderingen
teamvergadering | teamvergaderingen
notulen | notulen
notuelen | notulen
huis | huis huizen ziekenhuis
huizen | huis huizen ziekenhuis
ziekenhuizen | ziekenhuis
zieknhuis | ziekenhuis
storing | storing gasstoringen dienstrooster
storingen | storing gasstoringen dienstrooster
gasstoring | gasstoringen
storring | storing gasstoringen dienstrooster
pomp | pompen storing
pompen | pompen storing
waterleidingen | waterleiding
leiding | leidingen waterleiding leidinggevende geschreven
water leiding | waterleiding
leidinggevenden | leidinggevende
veilig | veilig veiligheid
veiligheid | veilig veiligheid
veilgheid | veiligheid veilig
rooster | rooster dienstrooster
roosters | rooster dienstrooster
rosoter | rooster
dienstroosters | dienstrooster
idee | idee ideeen
ideeën | idee ideeen
ideeen | idee ideeen
foto | fotos
foto's | fotos
fotos | fotos
kind | kinderen
kinderen | kinderen
stad | stad steden
steden | stad steden
werken | gewerkt huis ouderschap waterleiding aanbesteding overleg werkkleding
gewerkt | gewerkt huis ouderschap waterleiding aanbesteding overleg werkkleding
schrijven | schrijven geschreven
geschreven | schrijven geschreven
begroting | begroting jaarbegroting
begrotingen | begroting jaarbegroting
begrooting | begroting jaarbegroting
jaarbegrotingen | jaarbegroting
vergunning | vergunning omgevingsvergunning
vergunningen | vergunning omgevingsvergunning
vergunnig | vergunning omgevingsvergunning
omgevingsvergunningen | omgevingsvergunning
klacht | klacht klachten
klachten | klacht klachten
klagt | klacht klachten
klacht bewoner | klacht
meter | meters huizen meterkast
meterkasten | meterkast
slimme meter | meters
collega | collega collegas
collega's | collega collegas
collegas | collega collegas
colega | collega collegas
oefeningen | oefening
opleidingen | opleiding
lasser | lassers opleiding
lassers | lassers opleiding
elektricien | elektricien
electricien | elektricien
Bjorn | elektricien
Björn | elektricien
cafe | cafe
café | cafe
creche | creche
crèche | creche
email | email
e-mail | email
wi-fi | wifi
dn100 | dn100
DN100 klem | dn100
klemmen | dn100
fiets | fiets fietsenstalling
fietsen | fiets fietsenstalling
stalling | fietsenstalling
parkeerplaatsen | parkeerplaats
parkeren | parkeerplaats
magazijnen | magazijn parkeerplaats
magzijn | magazijn parkeerplaats
kleding | werkkleding
werkoverleggen | overleg
overleg | overleg
aanbestedingen | aanbesteding
aanbesteeding | aanbesteding
contracten | contract
aannemer | aannemers contract
aannemers | aannemers contract
kranen | kraan collega
lekkages | lekkage
lekage | lekkage
rioleringen | riolering
wachtdiensten | wachtdienst gasstoringen
dienst | wachtdienst gasstoringen dienstrooster
verlof | verlof ouderschap
"zes man" | gewerkt
"man zes" |
pomp -nieuwe | storing
meeting | meeting meetings
meetings | meeting meetings
meetng | meeting meetings
safe | safety meeting
safety | safety meeting
saftey | safety meeting
"safety at work" | meeting
"at work safety" |
engineer | engineers engineering
engineers | engineers engineering
enginers | engineers engineering
pipe | pipes pipeline
pipes | pipes pipeline
pipelines | pipeline
inspections | pipeline
child | children
children | children
write | write wrote
writing | write wrote
valve | valves write
vavles | valves write
budgets | budget
newsletter | newsletters
letter | newsletters
workshop | workshops
shop | workshops
weld | welding workshops
welding | welding workshops
permit | permits welding
permits | permits welding
maintenence | maintenance
turbines | turbine maintenance
tubrine | turbine maintenance
warehouses | warehouse
house | warehouse
deadlines | deadline
resume | resume
résumé | resume
naive | naive
colours | colour
leaks | leaking
leaking | leaking
thank | thanks
storms | storm thanks
newcomer | onboarding wrote
passwords | password
pasword | password
printers | printer
volunteer | volunteers
volunter | volunteers
cable | cables
cabels | cables
invoices | invoice
policy | policies
polices | policies
company | company
companies | company
the brigde team | bridge_en
wanneer is de vergadering van dinsdag | vergadering
who can reset a password | password
"""


def questions() -> list[tuple[str, set[str]]]:
    lines = [line.rpartition("|") for line in QUESTIONS.strip().splitlines()]
    return [(typed.strip(), set(keys.split())) for typed, _bar, keys in lines]
