"""How Reinier learned to answer: stiff, then personal, then vulnerable."""

PLAYS = """
@@ 2025-11-14 17:20 heel reinier ; love=34
Acht maanden. Zo lang liet ik de vraag van Joke over het rooster liggen, van oktober tot juni. Ik had een
reden: ik wilde pas antwoorden als ik het
zeker wist. Vanmorgen vroeg mijn dochter of ik thuis ook pas praat als ik het zeker weet. Ik moest daar te
lang over nadenken.

Mijn afspraak vanaf nu: binnen drie werkdagen een antwoord. Soms is dat 'nog niet, maar op die datum wel'.
Saskia typt niets meer voor mij. De fouten zijn dus ook van mij.
> joke: Genoteerd. Met datum.
>> reinier: Ik had niet anders verwacht, en ik ben er blij om.
> saskia: En dit heb ik níet geschreven. Voor de goede orde.
> hilde: Ik heb hem aangeboden de komma's te doen. Hij zei nee.

@@ 2026-01-08 08:40 vraag sem ; love=9
@reinier, ik heb drie kerstwachten op rij gedaan. Ik klaag niet, het staat zelfs in mijn profiel. Maar is
er iemand die bijhoudt wie de feestdagen krijgt?
> reinier: Nee. Ik heb het nagevraagd: niemand houdt dat bij. Dank dat je niet klaagt, en goed dat je het
vraagt. Uiterlijk 1 februari hoor je hoe we het doen.
>> sem: Dat is sneller dan ik dacht.
> natasja: Ik kan het zien aan de toeslagen. Drie jaar terug, tien minuten werk.
> reinier +20d: Zoals beloofd: Natasja en Ria hebben een lijst gemaakt. Wie kerst had, heeft volgend jaar
eerste keus. Sem: jij bent vrij, drie jaar lang, als je wilt.
>> sem: Nu moet ik thuis gaan helpen met de rollade.

@@ 2026-02-24 16:35 heel reinier ; love=29
Vandaag stond in de krant dat onze tarieven stijgen. Wat er niet in stond: ik heb er slecht van geslapen.
Mijn moeder heeft AOW en zegt nooit iets over geld, behalve gisteren.

Waarom het moet, in één zin: we vervangen nu wat onze grootouders legden. Waar ik mee zit: ik weet niet of
we genoeg doen voor wie het niet kan betalen. @lisanne, jij spreekt die mensen. Wat zie jij
dat ik niet zie?
> lisanne: Ik zie dat mensen pas bellen als het te laat is, omdat onze brief met 'incasso' begint. Draai
hem om. Begin met 'we zoeken samen een oplossing'.
>> reinier: Wat is er nodig om dat te doen?
>>> lisanne: Eerlijk? Uw toestemming en een middag.
> gea: Die middag neem ik ook. Ik ken de brief, ik heb hem gehaat vanaf 1999.
> reinier +1d: Toestemming: ja. Middag: donderdag. Ik kom erbij zitten en zeg niets, tenzij jullie iets
vragen.

@@ 2026-04-23 18:12 heel reinier ; love=47
Gisteren liep ik een dienst mee met Fatma en Milan. Ik schrijf het op zoals het was.

Om kwart over tien mocht ik een klem aandraaien. Ik deed het te vast, hoorde *knak*, en stond tot mijn
middel in het water. Milan trok me eruit. Fatma draaide twee afsluiters dicht en
zei alleen: 'Dat hebben we allemaal één keer gedaan.' Daarna moest ik zelf aanbellen op zeventien adressen
om te zeggen dat het langer ging duren. Door mij.

Bij nummer 9 deed een jongen open die vroeg of ik nieuw was. Ik zei ja.

Ik geef leiding aan dit bedrijf sinds 2019 en wist niet hoe koud dat water is. Ik wist ook niet dat er
tussen acht en twaalf *geen enkele plek* is om naar de wc te gaan. Dat laatste gaan we regelen. Wie
heeft er al eens over nagedacht?
> fatma: Voor de goede orde: op nummer 14 kregen we koffie omdat u zo eerlijk was. Dat gebeurt ons nooit.
>> reinier: Ik dacht dat het medelijden was.
>>> fatma: Ook.
> milan: Eerste directeur die ik aan zijn bretels uit een sleuf heb getrokken. Respect.
> moniek: Over die wc: daar denk ik al elf jaar over na. Ik heb een lijst van brandweerkazernes en bakkers
waar het mag.
>> reinier: Wil je die lijst met mij delen? En wil je meedenken over wat er ontbreekt?
>>> moniek: Ik stuur hem vanavond. Dit had ik nooit durven vragen.
> ria: Ik ben teamleider en wist dit wel, en heb het nooit hogerop gelegd. Dat is ook iets om te zeggen.
> joke: Geldt op de kleine stations ook. Hoge Enk heeft een emmer.
> wilma: We kunnen de wc-plekken op de route zetten. Bart, kan dat?
>> bart: Vanaf maandag. Met een icoontje van Djoeke. Smaakvol graag.
> herman: Kosten van niets. Wat het zegt: veel.
> saskia: Ik ga hier alleen even bij staan applaudisseren.

@@ 2026-05-19 09:30 heel reinier ; love=21
Moniek heeft 61 plekken verzameld waar je als monteur, monsternemer of meteropnemer naar de wc mag. Ze
staan sinds vanochtend op elke tablet. Hoge Enk krijgt een echt toilet, in week 30. De emmer gaat naar het
museum dat we niet hebben.
> moniek: Elf jaar gedacht, vier weken gedaan.
> petra: Onderweg vanochtend al gebruikt. Bakker in Wielzicht, topzaak, goede krentenbol.
> joke: De emmer staat ter beschikking voor de toespraak.

@@ 2026-07-02 17:10 heel reinier ; love=26
Ik heb een fout gemaakt. In juni zei ik op de bewonersavond in Aalderveen dat de digitale meter 'niets
verandert'. Dat was niet waar: voor mensen die hun stand altijd zelf opschreven verandert er wél iets, ze
zijn iets kwijt. Een
meneer van 83 liet me zijn schriftjes zien, vanaf 1971.

Koen had me gewaarschuwd. Ik luisterde half. Vrijdag ga ik terug, zonder presentatie.
> koen: Dank je. Zal ik meegaan, of juist niet?
>> reinier: Juist wel. Jij weet het, ik moet het leren.
> naima: Die meneer heeft me gebeld. Hij zei: 'Er komt een directeur op bezoek, moet ik koek halen?' Ik
heb ja gezegd.
> reinier +4d: Terug geweest. Afspraak: wie wil, houdt een meter met een wijzertje dat je kunt lezen. Koen
zoekt uit wat dat kost. Antwoord vóór 1 september.
> koen +30d: Het kan, zes euro per stuk. Antwoord dus ruim op tijd, en het is ja.
"""
