"""The people who work in shifts, outside, in the lab and at the phone; see seed.roster."""

PEOPLE = """
== productie
Henk Wolters | Hoofd Productie | U | Zes pompstations, twee watertorens en een reservekelder.
Joke van der Wal | Procesoperator, voorzitter OR | Ma* | Dertig jaar dienst. Zeg het tegen mij, dan staat
  het op de agenda.
Tjeerd Hoekstra | Procesoperator | Ma* | Ravensloo is mijn tweede huis. Vraag me wat je hoort voordat de
  pomp stukgaat.
Ali Benhaddou | Ploegleider A | Ta* | Nachtdienst, sterke thee.
Corrie Sietsma | Ploegleider B | Tb* | Overdracht is ook werk.
Glenn Riedewald | Procesoperator | Mb* | Altijd een radio aan, nooit te hard.
Marek Zielinski | Onderhoudsmonteur pompen | Ma* | Lagers, koppelingen, geduld.
Wim Achterberg | Procesoperator | Ma* | Met vroegpensioen in zicht; nog drie filters te gaan. | till
  2025-07-31
Sophie Lenstra | Procestechnoloog | Mb | Ontharding en ontijzering, en waarom dat twee dingen zijn.
Rachid Ouali | Procesoperator | Mb* | Begonnen als leerling, nu zelf een leerling.
Bram Kuperus | Leerling procesoperator | Mb* | Stel domme vragen. Ze blijken vaak niet dom. | from
  2025-08-18
Nienke Aalbers | Procesoperator | Mb* | Eerste vrouw in ploeg B, niet de laatste.
Stanley Kartosen | Elektromonteur | Ma* | Schakelkasten, ook die uit 1974.
Gerda Boonstra | Beheerder waterwingebied | Mb | Reeën, peilbuizen en wandelaars met loslopende honden.
== leidingnet
Johan Brink | Hoofd Leidingnet | U | Was zelf monteur. Dat gaat nooit over.
Fatma Yıldız | Monteur distributie | Ma* | Eerst luisteren, dan graven. Vraag me naar lekken die zich
  verstoppen.
Gerrit Kuipers | Eerste monteur | Ma* | 41 jaar in de sleuf. Ik heb je straat vast al eens open gehad. |
  till 2026-06-30
Milan Vukovic | Monteur distributie | Ma* | Rustig aan, dan breekt het koppelstuk niet.
Ria Doornbos | Teamleider storing | Ta* | Zorgt dat iedereen heel thuiskomt.
Kees Schippers | Teamleider onderhoud | Tb | Afsluiters draaien, brandkranen spoelen, herhalen.
Abdel Chentouf | Monteur storing | Ma* | Nachtlekken zijn de mooiste lekken.
Dylan Hasselbaink | Monteur distributie | Ma* | Vijfde generatie buitenwerk.
Ewout Plantinga | Monteur onderhoud | Mb | Kent alle 2.300 brandkranen, sommige bij naam.
Piotr Kaminski | Monteur distributie | Mb | Polietheen lassen. Ook met wind.
Jelle Wijbenga | Leerling monteur | Ma* | Leer van Gerrit, voor zolang het duurt. | from 2025-09-01
Moniek van Asten | Monteur meters | Mb | Honderd kruipruimtes verder, nog steeds bang voor spinnen.
Sem de Graaf | Monteur storing | Ma* | Heb drie maanden wacht gehad met kerst. Ik klaag niet.
Bilal Saidi | Monteur onderhoud | Mb | Spoelplannen en zwarte koffie.
Harmen Terpstra | Lekzoeker | Mb | Luisterstok, correlator, goede oren.
Jordy Visser | Monteur distributie | Mb | Trekker op zaterdag, sleuf op maandag. | from 2025-11-03
Ramon Martina | Chauffeur-machinist | Mb | De kraan en ik zijn één.
== lab
Ellen Hartman | Hoofd Waterkwaliteit en Laboratorium | U | Meten is weten, als je weet wat je meet.
Shanti Ramdin | Analist microbiologie | Ma | Telt kolonies en stelt vragen. Vraag me wat een uitslag echt
  betekent.
Vincent Molenkamp | Teamleider laboratorium | Ta | Kwaliteit, accreditatie, agar.
Marjan Duursma | Teamleider monstername | Tb | Op de weg met vier koelboxen.
Iris Zandbergen | Analist chemie | Ma | IJzer, mangaan, nitraat, en hardheid voor op verjaardagen.
Hamza Lahlou | Monsternemer | Mb | Vlambrander, handschoenen, tweeëntwintig adressen per dag.
Petra Nieuwland | Monsternemer | Mb | Ken elke buitenkraan en elke waakhond.
Ignas Petrauskas | Analist microbiologie | Ma | From Kaunas. Mijn Nederlands is steriel maar groeit. |
  from 2025-04-01
Bea Wattimena | Adviseur waterkwaliteit | Ma | Uitleg zonder tabel, als het kan.
Geert Roelfsema | Kwaliteitscoördinator | Ma | Documentnummers dromen ook.
Yvonne Slagter | Monsternemer | Mb | Deeltijd, volle kofferbak. | till 2025-10-31
Melvin Oostburg | Analist chemie | Ma | Massaspectrometer en marathons.
Lotte Hemmes | Monsternemer | Mb | Net van het mbo; de koelbox is mijn bureau. | from 2025-11-17
== klant
Desiree Kromosoeto | Hoofd Klantenservice | U | Een klant belt niet voor zijn plezier. Wij soms wel.
Naima El Amrani | Medewerker klantenservice | Ma* | Hoort het vaak als eerste. Vraag me wat er in de
  straat gezegd wordt.
Monique Haaksma | Teamleider telefoon | Ta* | Twee lijnen, één kalme stem.
Ton Bruinsma | Teamleider verhuizing en factuur | Tb | Eindnota's, voorschotten en excuses.
Kimberly Sno | Medewerker klantenservice | Ma* | Chat, telefoon, en soms postduif.
Emre Aydin | Medewerker klantenservice | Ma* | Studeert 's avonds, luistert overdag.
Gea Ploeg | Medewerker factuur | Mb | Zesentwintig jaar facturen. Vraag maar.
Rowan Huisman | Medewerker klantenservice | Ma* | Nooit boos aan de lijn. Op de fiets wel.
Zainab Karimi | Medewerker klantenservice | Ma* | Spreekt Dari, Engels en duidelijk Nederlands.
Johanna Tuinstra | Medewerker verhuizing | Mb | Tussen twee sleutels zit één meterstand.
Lisanne Vink | Medewerker betalingsregelingen | Mb | Er is meestal wel een oplossing; bel op tijd.
Marcel Doevendans | Klachtenbehandelaar | Mb | Een klacht is gratis advies met een boze strik.
Selin Arslan | Medewerker klantenservice | Ma* | Nieuw, nieuwsgierig. | from 2025-10-06
Rob Waterreus | Medewerker klantenservice | Ma* | Ja, ik heet echt zo.
Aimée Balk | Medewerker zakelijke klanten | Mb | Bakkers, stallen, zwembaden. | from 2026-04-01
"""
