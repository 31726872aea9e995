"""April to November 2025: the community manager carries every question from island to island."""

PLAYS = """
@@ 2025-04-08 09:15 heel saskia ; love=14
**Vraag van de week, nummer één.** Wat is iets kleins dat morgen beter zou kunnen, en dat al jaren zo is?
Eén zin is genoeg. Ik breng hem persoonlijk naar wie er over gaat.
> karin: Dat ik een meter kan bestellen zonder drie handtekeningen voor een dopsleutel.
>> saskia: Theo gaat erover. Ik zit morgen om tien uur bij hem.
> corrie: Een lamp in de kraanput van Hoge Enk. Sinds 2017 gevraagd.
>> saskia: Ik heb hem op een briefje, het briefje ligt bij Ronald. Hij zegt: donderdag.
>>> corrie +2d: HIJ BRANDT.
> iris: Dat het postvak 'uitslagen' van iemand is.
>> saskia: Van wie zou het moeten zijn, denk je?
> marcel: Eén nummer van buiten dat opneemt.
>> saskia: Ria geeft het me. Ik zet het in jullie belmenu, alleen voor jullie.
> moniek: Een trapje in bus 7. Ik ben 1 meter 61.
>> saskia: Besteld. Ik ben 1 meter 58 en strijd mee.
> greetje: Dat iemand me vertelt als een leiding verlegd is. Ik teken nu op roddel.
>> saskia: Dat is een grote kleine. Die neem ik apart.
> wendy: Dezelfde straatnamen in alle systemen. Ons Bleekveld heet op drie plekken anders.
> sevda: Dat nieuwe mensen op dag één een pas hebben. Niet op dag negen.
>> saskia: Dennis heeft net ja gezegd. Ik herhaal: ja.
> ruud: Vergaderingen van vijftig minuten in plaats van zestig.

@@ 2025-04-22 10:04 heel saskia ; love=11
Vorige maand vroeg ik wat er klein en al jaren fout was. De stand, zonder mooipraterij:
- lamp Hoge Enk: **brandt**
- trapje bus 7: **geleverd**
- postvak uitslagen: **heeft een eigenaar** (Bea, met plezier)
- straatnamen: groter dan klein, loopt
- vergaderen in vijftig minuten: hier alleen gelukt als Ruud voorzit

> ruud: Ik heb een kookwekker. Meer is het niet.
> petra: Ik had niet gedacht dat er iets mee zou gebeuren. Bij dezen.
>> saskia: Dat hoor ik vaker. Ik snap het ook.
> bilal: Doe je de wachtkamer van de garage ook nog? Daar staan drie stoelen op zeven poten.
>> saskia: Op zeven poten samen? Ik kom kijken.
> gea: Kun je de eindnota ook? Die is niet klein.
>> saskia: Nee. Maar ik weet inmiddels dat er op drie plekken mensen aan lijden. Dat is een begin.

@@ 2025-05-20 13:22 heel saskia ; love=10
**Vraag van de week, nummer zes.** Wie in huis zou jij weleens een dag willen volgen? Noem een vak, geen
naam. Ik ben benieuwd.
> nienke: Iemand van het lab. Ik vul elke week hun flessen en weet niet wat ermee gebeurt.
>> saskia: Onthouden. Ik ken er een die graag uitlegt.
> lieke: Een monteur in de nacht.
> ton: De planner. Ik wil zien hoe 'tussen acht en twaalf' ontstaat.
>> saskia: Ik ook!
> ewout: Klantenservice. Even horen wat ze over ons zeggen.
> arjan: De mensen van het wingebied. Ik zie ze alleen op de kaart bewegen.
> aleida: Een procesoperator, in een week met droogte.
> natasja: Degene die de wacht heeft met kerst. Ik betaal de toeslag en ben benieuwd waarvoor.
>> saskia: Dit is de mooiste die ik vandaag las.
> melvin: Een projectleider. Ik wil weten hoe je slaapt met een open straat.

@@ 2025-06-11 15:31 heel joke ; love=12
Vraag, voor de derde keer: het rooster. @reinier, ik stelde hem hier op 8 oktober. Ik word er niet boos
van, wel moe.
> saskia: Ik heb hem vanmiddag naast Reinier gelegd, op papier, met de datum erop. Hij komt erop terug.
>> joke: Ik zie het graag. Dank dat jij wél antwoordt.
> saskia +6d: Reinier vraagt of hij vóór 1 september met de ploegen aan tafel mag, in de kantine van
Ravensloo.
>> joke: Ja. Wij zetten thee. Het antwoord had hij ook zelf mogen typen.

@@ 2025-07-10 08:55 klantverhalen naima ; love=9
Een meneer uit Sint Odrik belt elke maandag om half negen. Altijd over de druk. De druk is altijd goed.
Vandaag heb ik
gevraagd of er verder nog iets was. Zijn vrouw deed vroeger de administratie en hij wilde weten of hij
'het goed deed'.

Hij deed het goed.
> saskia: Hier word ik stil van. Mag ik dit maandag voorlezen bij de directie?
>> naima: Ja, zonder dorp. En laat ze het niet in een traject stoppen.
> kimberly: Ik ken zijn stem. Wat goed dat je het vroeg.
> monique: Vanaf nu verbind ik hem door naar jou, op maandag.

@@ 2025-08-27 09:40 heel saskia ; love=13
Eerlijk zijn over mezelf: deze zomer kwamen er 140 vragen langs mij. Ik heb er 131 beantwoord of bezorgd.
Leuk, maar toen
ik twee weken in Friesland zat viel het stil. Dat is niet goed. Jullie zouden elkaar moeten kunnen vinden
zonder mij.

Wie helpt mij overbodig worden?
> cemile: Ik wil de brieven wel overnemen. Gea en Naima hebben de voorbeelden, ik de rode pen.
>> saskia: Ja graag. Zullen jullie samen een ruimte beginnen?
> hong: Ik ken mensen bij Productie van de verbouwing, ik kan daar wel vragen heen brengen.
> bianca: Ik laat elke nieuwe voortaan drie mensen buiten het eigen team spreken.
>> saskia: Dit is beter dan alles wat ik bedacht had.
> kees: Jij moet ook gewoon vaker niet opnemen.
>> saskia: Au. Terecht.
> samira: Ik help. Klantenservice en Digitaal praten nu alleen als iets stuk is.

@@ 2025-09-15 12:05 lek harmen ; love=7
Nieuwe ruimte! Voor wie lekken zoekt, of denkt te horen. Eerste raadsel: Molenstraat Lutterbroek, zeven
lekken in drie
jaar, steeds twee meter opgeschoven. Wat is daar aan de hand?
> fatma: De grond zakt. De stoep van de school helt ook, kijk maar.
> gerrit: Of er rijdt sinds drie jaar iets zwaars.
>> harmen: Wat rijdt daar dan?
>>> gerrit: Dat moet je niet aan een monteur vragen maar aan de buurt.
> saskia: Zal ik Klantenservice vragen wat de buurt zegt?

@@ 2025-10-21 10:18 slim tim ; love=6
Trainee hier, derde afdeling. Het valt me op: dezelfde vraag ligt bij drie teams en alle drie denken dat
ze de enige zijn.
Voorbeeld: 'hoe weet ik of een straat gespoeld is?' Zullen we één lijst maken met vragen die overal leven?
> saskia: Ja! Ik heb er honderdveertig. Kom je met een kar?
>> tim: Ik kom met een kar.
> greetje: Zet die van mij over verlegde leidingen erop.
> sjoukje: En wie schrijft het antwoord erbij? Vragen hebben we genoeg.

@@ 2025-11-12 14:20 nederlands ana ; love=11
Dit is mijn eerste bericht in Nederlands. Ik heb het zelf geschreven, zonder computer te helpen mij. Er
zijn vast fout.

Ik vind jullie taal moeilijk, maar jullie zijn goed. Vraag: waarom zegt iedereen 'doe maar gewoon' als er
iets lukt?
> dennis: Trots op je! En 'doe maar gewoon' betekent: heel goed gedaan, maar ik zeg het niet.
>> ana: Dat is heel ingewikkeld compliment.
> saskia: Prachtig bericht. Niets aan veranderen. Ik open een taalkwartier op donderdag, kom je?
>> ana: Ik kom lekker. Of leuk. Ik kom!
> leila: Bij mij duurde het twee jaar voor ik de 'er' snapte. Er is hoop.
>> ana: Er is er ook een 'er' in jouw zin. Ik zie hem.
"""
