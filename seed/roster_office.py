"""The people of the office units; how to read a line is told in seed.roster."""

PEOPLE = """
== bestuur
Reinier Postma | Directeur-bestuurder | D | Fries van geboorte, ingenieur van huis uit. Vraag me alles; ik
  leer het antwoorden nog.
Hilde Schouten | Bestuurssecretaris, hoofd Bestuur en Communicatie | U | Weet waar elk besluit ligt en
  waarom het daar ligt. Vraag me naar de weg door het huis.
Saskia Wibowo | Communicatieadviseur en community manager | Ma | Verbind mensen die elkaar nog niet
  kennen. Vraag me wie er over gaat; ik zoek tot ik het weet.
Ruud Bijleveld | Adviseur omgeving en vergunningen | Mb | Gemeenten, waterschap, boeren en keukentafels.
Cemile Aksoy | Tekstschrijver en redacteur | Ma | Ik haal 'middels' uit je brief. Gratis.
Marloes Veldkamp | Jurist en functionaris gegevensbescherming | Mb | Privacy, contracten en lijstjes.
  Vraag me vóórdat je het bouwt.
Tobias Wessels | Adviseur strategie | Mb | Denkt in 2050, fietst in 2026.
Gwen Ligtvoet | Managementassistent | Ma | Agenda van Reinier, sleutel van alles.
Imane Bouzid | Online redacteur | Ma | Foto's, filmpjes, en waarom je bericht korter mag. | from 2025-05-12
Pieter-Jan Kolff | Adviseur risico en verzekeringen | Mb | Ik hoop dat je me nooit nodig hebt.
Djoeke Talsma | Vormgever | Ma | Tekent alles, ook je proces. Zeker je proces.
Sander Eikelboom | Woordvoerder | Ma | Als het misgaat sta ik buiten. Bel me eerder dan de krant.
== planning
Annemarie Vos | Hoofd Planning en Werkvoorbereiding | U | Puzzelt al twintig jaar met mensen, putten en
  dinsdagen.
Bart Mulder | Planner storing en onderhoud | Ma | Ik maak het rooster van buiten, van binnen. Vraag me
  waarom; dan vraag ik het jou.
Wilma Hoogland | Teamleider planning | Ta | Rust in het rooster.
Farid Azizi | Planner aansluitingen | Ma | Woningbouw, bouwstroom, bouwwater.
Lieke Pronk | Werkvoorbereider | Tb | Tekening, vergunning, materiaal: in die volgorde graag.
Orlando Pinas | Werkvoorbereider | Mb | Uit Paramaribo, via Delfzijl. Kent elke afsluiter bij nummer.
Karin Stolwijk | Planner meters | Ma | Vijfduizend meters per jaar, één voor één.
Mustafa Demirci | Werkvoorbereider | Mb | KLIC-meldingen en wegafzettingen. Bel vóór de kraan.
Jeroen Tamminga | Magazijnbeheerder | Mb | Koppelstuk zoek? Ik weet in welke bus het ligt.
Els van Ommeren | Planner storing en onderhoud | Ma | Vroege vogel: vanaf half zeven.
Rico Nijland | Werkvoorbereider | Mb | Nieuw in het vak, kom uit de wegenbouw. | from 2025-09-01
Dewi Santoso | Planner inspecties | Ma | Brandkranen, afsluiters, spoelen. Vraag me naar de spoelkalender.
  | from 2026-02-02
== projecten
Frank Oldenhof | Hoofd Projecten en Leidingontwerp | U | Van schets tot sleuf.
Meryem Kaya | Projectleider vervanging | Ta | Oud gietijzer eruit, zonder dat de straat boos wordt.
Jan-Willem Stroband | Ontwerper leidingnet | Ma | Rekent aan druk. Ook thuis.
Agnieszka Nowak | Projectleider zuivering | Tb | Filters, pompen, planning. Vraag me naar Ravensloo.
Roel Haverkamp | Toezichthouder | Ma | Staat buiten naast de aannemer. Zie je me niet? Kijk in de sleuf.
Chantal Emanuels | Contractmanager | Mb | Leest de kleine letters zodat jij het niet hoeft.
Sjoukje Wiersma | Ontwerper leidingnet | Ma | Hydraulische modellen en honden.
Lars Verbruggen | Assetadviseur | Mb | Welke leiding eerst? Ik heb een lijst, en twijfels.
Hong Nguyen | Constructeur | Mb | Reinwaterkelders en alles wat zwaar is.
Tim Bosveld | Trainee | Ma | Tweede jaar, derde afdeling. | from 2025-02-03
Aleida Kramer | Hydroloog | Mb | Waar ons water vandaan komt, en hoe lang nog.
Yusuf Polat | Projectleider reinwaterkelder | Mb | Beton moet rusten. Ik ook. | till 2025-12-31
Greetje Zijlstra | Tekenaar | Ma | De kaart klopt bijna.
== digitaal
Maarten Lindeboom | Hoofd Digitaal en Data | U | Minder systemen, betere vragen.
Dennis Lo | Beheerder werkplek en toegang | Ta | Wachtwoord vergeten? Ik ook weleens. Kom langs bij kamer
  1.14.
Ana Ribeiro | Data engineer | Mb | From Porto, here since January 2025. Ask me about pumps that fail on
  Fridays. Spreek gerust Nederlands met mij! | en | from 2025-01-13
Joris van Halteren | Teamleider data | Tb | Cijfers met een verhaal, of niet.
Samira Haddou | Functioneel beheerder klantsysteem | Ma | Vertaalt tussen schermen en mensen.
Michiel Rutten | Procesautomatiseerder | Mb | PLC's, SCADA en de alarmen die je wakker maken.
Oksana Hrytsenko | Software developer | Mb | Builds the meter portal. Ask me about anything that should be
  simpler. | en | from 2025-06-02
Stefan Kooiman | Informatiebeveiliger | Ma | Klik niet. Bel mij.
Wendy Tjon | Geo-specialist | Mb | Leidingen op de kaart, en soms ook op die plek.
Arjan Boerema | Netwerkbeheerder | Ma | Ook de zendmast op de watertoren is van mij.
Leila Farahani | Data-analist | Mb | Verbruik, druk en waarom het op zondag anders is.
Koen Zwart | Productowner digitale meter | Mb | Van bezwaar naar bespaar, en luister eerst.
Patrick de Bie | Applicatiebeheerder | Ma | Beheert wat niemand anders meer begrijpt. | till 2026-04-30
== bedrijf
Ingrid Noordhoek | Hoofd Bedrijfsvoering | U | Mensen, geld en gebouwen.
Carla Meeuwissen | Kantinebeheerder | Ta | Soep om half twaalf. Vraag me naar de frikandel; nee, doe maar
  niet.
Herman Stegeman | Controller | Tb | Begroting, maar dan uitgelegd.
Sevda Özkan | HR-adviseur | Mb | Contract, verlof of gewoon een gesprek.
Ronald Vreugdenhil | Facilitair medewerker | Ma | Sleutels, lampen, laadpalen.
Natasja de Wit | Salarisadministrateur | Mb | De 25e is de 25e.
Marisol Croes | Receptionist | Ma | Uit Oranjestad. Ik weet wie er binnen is.
Theo Wagenaar | Inkoper | Mb | Drie offertes en een kop koffie.
Bianca Lammers | Recruiter | Mb | Zoekt monteurs. Ken jij er een?
Jurjen Faber | Arbo- en veiligheidskundige | Mb | Meldt u vooral. Ook het kleine.
Anouk van Rossum | Opleidingsadviseur | Mb | Van BHV tot basiscursus water. | from 2025-03-03
"""
