"""A planner and a mechanic complain about each other for a year, and then sit in the same van."""

PLAYS = """
@@ 2025-06-24 16:44 planning bart ; love=5
Vandaag belde een monteur mij op om te vragen of ik weleens in Wielzicht was geweest. Nee. Ik plan daar al
zes jaar.
> orlando: En wat zei je?
>> bart: Dat ik het ging opzoeken. Het is mooi, op de kaart.
> saskia: Weet je nog wie er belde?
>> bart: Ze zei haar naam niet. Ze klonk alsof ze in een gat stond.

@@ 2026-01-15 19:32 leidingnet fatma ; love=23
Vandaag zat er een planner in mijn bus. Bart. Die van het rooster. Hij had zelf een helm gekocht, met het
prijsje er nog aan.

Om half negen stonden we voor de brug van Wielzicht. Open. Twaalf minuten. Bart keek op zijn horloge, keek
naar de brug, en zei: 'Hoe vaak?' Elke dag, zei ik. Hij heeft niets meer gezegd tot Kerkwelle.
> bart: Ik was aan het rekenen. Vier ploegen, twee keer per dag, twaalf minuten. Ik heb jullie zes jaar
lang te laat laten komen.
>> fatma: En wij hebben zes jaar lang gemopperd in plaats van gebeld. Nou ja, ik heb één keer gebeld.
>>> bart: WAS JIJ DAT? In dat gat?
>>>> fatma: Dat was ik, in dat gat.
> gerrit: Een planner in de bus. Ik dacht dat ik alles gezien had.
> milan: Hij heeft ook geschept. Niet goed, maar wel lang.
> els: Hij kwam terug met modder op zijn overhemd en een plan.

@@ 2026-01-23 11:03 planning bart ; love=19
Wat ik leerde van één dag in de bus, in volgorde van schaamte:
1. de brug van Wielzicht bestaat
2. een afsluiter draaien is geen 'kwartiertje'
3. afmelden lukt niet zonder bereik, en op de helft van onze adressen is geen bereik. Ik heb jarenlang
'discipline' in mijn verslag gezet. Het was een zendmast.

Vanaf maandag staat de brug in de reistijd. Wie wil er nog meer meerijden?
> lieke: Ik! Het stond toch al opgeschreven, Orlando?
>> orlando: Sinds 18 februari 2025. Ik zeg verder niks.
> fatma: Ik heb een stoel vrij op dinsdag. Prijsjes van helmen halen wij er hier af.
> ana: De brug heeft open data! Ik kan laten zien wanneer hij opengaat. Mag ik dat in het planbord zetten?
>> bart: Ana, als je dat doet bak ik iets.
> kees: Ik lees 'discipline... het was een zendmast' voor in de keet. Er werd geklapt.
> meryem: Wij plannen ook zonder brug. Mag er iemand van Projecten mee?

@@ 2026-05-07 15:15 bedrijf natasja ; love=9
Sinds januari zijn er **31 procent minder overuren** bij de storing. Ik dacht eerst dat ik iets vergeten
was in te voeren. Weet iemand waarom?
> bart: De brug van Wielzicht. Plus zeven planners die nu weten wat een afsluiter is.
>> natasja: Door een brug?
>>> bart: Door twaalf minuten, twee keer, vier ploegen. Ik heb het uitgetekend.
> herman: Ik verwachtte een reorganisatie, het was een meerijdag.
"""
