"""A filter that fails on Fridays, and the two people who found out why."""

PLAYS = """
@@ 2025-05-23 17:10 productie tjeerd ; love=6
Filter 3. Vrijdag. 16.41 uur. Schriftje staat op **elf**. Ik heb vandaag tegen hem gepraat. Het hielp even.
> glenn: Wat zei je?
>> tjeerd: Dat het bijna weekend was. Achteraf dom.
> wim: Nog twee maanden en dan is hij van jullie. Ik laat hem de groeten achter.
> saskia: Ik lees dit al maanden. Is er iemand bij Digitaal die de gegevens van dat filter kan zien? Ik
vraag Joris.
>> tjeerd: Graag. Ik heb het schriftje, zij hebben de computer.

@@ 2025-12-05 16:58 productie tjeerd ; love=14
Filter 3, Ravensloo. Vrijdag, 16.39 uur. Nummer **zeventien.** @ana, jij vroeg vorige week hoe je een
filter hoort stukgaan.
Zo dus: eerst een tik, dan tien tellen niets, dan een zucht. Ik heb het voor je opgenomen.
> ana: Dank je! Ik hoor de tik. In de data zie ik op precies dat moment de luchtdruk zakken: van 6,1 naar
4,8 bar. Elke vrijdag?
>> tjeerd: Welke lucht? Van de kleppen?
>>> ana: Ja. De compressor. Andere dagen zakt hij niet.
> michiel: Die compressor is van de werkplaats. Daar blazen ze toch niet...
>> tjeerd: O nee.
>>> michiel: O ja.
> marek: Vrijdag half vijf blaas ik de werkplaats schoon. Altijd al gedaan, netjes voor het weekend.
>> tjeerd: Marek, jij bent een goed mens en je hebt zeventien keer mijn filter uitgezet.

@@ 2025-12-12 17:02 productie ana ; love=27
Vandaag is vrijdag. Het is 17.02 uur. Filter 3 doet het.

Wat gebeurde er: om half vijf ging de werkplaats schoonblazen, de luchtdruk viel, de klep van filter 3 (de
oudste) sloot, en
de besturing dacht: storing. Marek veegt nu met een bezem. Er komt een terugslagklep van veertig euro.

**Zeventien vrijdagen, veertig euro.** De data was er altijd. Het schriftje ook. Ze hadden elkaar alleen
nooit ontmoet.
> tjeerd: Twee jaar, een schriftje en een Portugese. Dank je, Ana.
>> ana: Zonder schriftje had ik niet geweten waar ik moest luisteren.
> marek: Ik veeg. Ik schaam me een beetje en ik veeg.
>> joke: Je hoeft je niet te schamen. Niemand heeft het je ooit gevraagd.
> sophie: 'Water weet niet dat het vrijdag is' had ik nog zo stoer gezegd. De bezem wist het wel.
> els: Wij hebben zeventien keer een monteur ingepland op vrijdagavond. Ana, kun je ook iets met maandagen?
>> ana: Stuur me jouw schriftje!
> agnieszka: Ik had een heel nieuw filter in de begroting staan: 84.000 euro. Die regel haal ik er met
liefde uit.
> bart: Ik ga hier bij Planning een verhaal van maken. Titel: de bezem van 84.000 euro.

@@ 2026-02-13 16:45 productie tjeerd ; love=15
Vrijdag. Terugslagklep zit erop. Marek mag weer blazen en deed dat vanmiddag met *een kleine buiging*.
Filter 3 gaf geen kik.
Schriftje is vol en gaat naar het lab, want die willen een tweede raadsel.
> shanti: Geef maar hier. Wij hebben een ijzerpiek die alleen op dinsdag in Wielzicht komt.
>> tjeerd: Wie blaast daar op dinsdag wat?
>>> shanti: Dat is dus de vraag. Ik kom volgende week met koek en grafieken.
> ana: Ik kijk mee. Dinsdag is het nieuwe vrijdag.
> ali: Mag ik de bezem in de vitrine?

@@ 2026-03-24 11:15 lab shanti ; love=16
Raadsel van de dinsdag opgelost! De ijzerpiek in Wielzicht kwam niet uit het water maar uit de **tankwagen
van de
brandweer**: oefening elke dinsdagavond, brandkraan vol open, oude leiding schudt het ijzer los. @tjeerd
zag de druk, ik
de piek, en @ewout kende de brandweercommandant.
> tjeerd: Van het lab naar de brandweer in drie telefoontjes. Vroeger was dat een jaar.
> ewout: Ze oefenen nu bij de vijver. Vinden ze ook leuker.
> naima: Dat verklaart de was van mevrouw Hageman. Elke woensdag roze. Ik bel haar.
>> shanti: Doe haar de groeten en zeg dat ze gelijk had.
> iris: In de grafiek zie je het meteen: vanaf 10 maart vlak. Ik heb hem boven mijn bureau gehangen.
"""
