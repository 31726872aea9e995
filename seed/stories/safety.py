"""A trench that nearly took somebody, and the card that came of it."""

PLAYS = """
@@ 2025-07-22 13:05 veilig milan ; love=19
Ik wil dit zelf opschrijven. Vanochtend, Veldkersstraat in Oosterwelle. Sleuf van twee meter, bekisting
zou 'zo' komen. Ik stapte erin omdat er nog maar één bout was. De wand kwam. Niet veel. Tot mijn heupen.

Gerrit had me binnen een minuut los. Ik mankeer niets. Mijn handen trillen nog, dus dit typt mijn vrouw.
> gerrit: Ik heb het in 1988 zien misgaan. Ik zag het vanmorgen weer aankomen en ik zei niks, want er was
nog maar één bout. Dat zit me dwars.
>> milan: Je was er binnen een minuut. Dat zit mij ook ergens, maar dan goed.
> ria: Jullie zijn allebei tot maandag vrij. Geen discussie.
> saskia: Milan, dank dat je dit deelt. Ik heb Jurjen gebeld, hij is onderweg. En Reinier ook, hij komt
vanmiddag zelf.
> johan: Wij leggen dit niet bij jou neer, Milan. 'Zo' is van ons allemaal.

@@ 2025-07-24 16:30 leidingnet ria ; love=10
Gisteren zaten we met z'n veertienen in de keet. Niemand zei 'stom'. Wel zeiden er zes: 'ik had het ook
gedaan.' Daar zit het dus. Reinier was er, zei bijna niets, en heeft alle bekers afgewassen.
> fatma: Het probleem is niet dat we het niet weten. Het probleem is dat stoppen raar voelt.
> dylan: Je wilt niet degene zijn door wie het langer duurt.
> abdel: Geef me iets wat ik kan laten zien in plaats van moet zeggen.
>> fatma: Een kaart. Zoals een scheidsrechter.

@@ 2025-10-28 09:12 veilig jurjen ; love=11
Uit de gesprekken van deze zomer komt één idee dat van Fatma en Abdel is en niet van mij: **de
stopkaart.** Rood, formaat pinpas. Wie hem opsteekt legt het werk stil, wie je ook bent. Geen uitleg
nodig, geen gevolgen, altijd koffie na. Ik zoek mensen die hem willen proberen.
> abdel: Hier. En graag met een rondje eraan voor aan de sleutels.
> kees: Onderhoud doet mee.
> saskia: Ik maak het rondje langs de andere teams. Wie wil hem nog meer?

@@ 2026-04-15 14:48 veilig jelle ; love=28
Ik ben leerling, acht maanden hier. Vandaag heb ik de **stopkaart** getrokken. Voor Kees. Mijn eigen
teamleider.

Hij stond onder de last. Mijn hart zat in mijn keel. Hij keek naar de kaart, stapte opzij, en zei: 'Dank
je. Koffie?'
> kees: Dertig jaar ervaring en gecorrigeerd door iemand die nog geen rijbewijs BE heeft. Zo hoort het.
Dank je, Jelle.
> milan: Dit lezen is voor mij meer waard dan je denkt.
> gerrit: Ik zei in juli niks. Jij zei wel iets. Daar ga ik gerust van met pensioen.
> jurjen: Getrokken: vier keer, in een half jaar. Ruzie: nul keer.
> nienke: Mogen wij hem op de stations ook? Bij ons heet 'nog even' anders, maar het is hetzelfde.
>> jurjen: Er liggen er vijftig bij de balie. Neem er zestig.
> marisol: Het zijn er nog 44. Ze lopen hard!
> bart: Klussen met een stopkaart krijgen van mij automatisch een dag erbij. Dan hoeft niemand te kiezen
tussen veilig en op tijd.
>> fatma: Dít. Dit is waarom het werkt.
"""
