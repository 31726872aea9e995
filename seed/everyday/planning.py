"""Everyday talk of Planning: rosters, permits, material and every change to them."""

SITUATIONS = """
== planning ; by=bart,els,wilma,orlando
Rooster week {n}: {straat} in {plaats} schuift van {weekdag} naar {weekdag2}. Reden: vergunning er nog niet.
| Klus {plaats} eruit, spoed {straat} erin. Wie iets dergelijks voelt aankomen: bel vóór acht uur.
| Drie spoedklussen, twee ploegen, één {dag}. Ik heb gepuzzeld, kijk even of het menselijk is.
> #3 Menselijk wel, maar {@collega} heeft die dag een verjaardag van een kind.
>> Goed dat je het zegt. Dan ruil ik hem met de late.
> #1 Vergunning {plaats} ligt bij de gemeente op een bureau. Ik bel weer.
> #1 Dan kan het materiaal weer terug, of laat ik het staan?
>> Laat maar staan, anders moet het weer terug.
>leidingnet #12 Mag de {straat} vóór negen uur? Daar komt anders de markt overheen.
>leidingnet #3 Dit is beter dan vorige week. Je ziet dat er iemand naar de reistijd heeft gekeken.
>digitaal De reistijden komen nu uit echte ritten. In {plaats} scheelt dat {n} minuten per klus.
>cm #1 Mooi dat je de reden erbij zet. Dat vragen ze buiten het vaakst.
== planning ; by=jeroen
Magazijn: {n} koppelingen {diameter} binnen, de rest staat in nalevering tot {weekdag}.
| Wie heeft de laatste rol PE {diameter} meegenomen zonder te scannen? Ik zoek een rol en een bekentenis.
| Telling klaar. We missen {n} klemmen en hebben één kruiwagen te veel.
> #2 Bekentenis: ik, gisteren om {toen}. Scan volgt.
>> Vergeven. Rol mag blijven.
> #3 Kruiwagen is van de aannemer uit {plaats}, die belt al weken.
> #23 Zullen we de scanner naast de deur hangen in plaats van in de la?
>leidingnet #3 Twee van die klemmen zitten in mijn bus, onder de jas. Ik breng ze {weekdag}.
>digitaal Ik kan de voorraad op de tablet zetten, dan ziet de monteur het vóór de rit.
>cm #23 Bus, la, jas: zullen we samen met Leidingnet een uurtje opruimen? Ik regel de koeken.
== planning ; by=mustafa,lieke,orlando,rico
Wegafzetting {straat} ({plaats}) rond: {weekdag} van negen tot drie. Bus {n} rijdt om.
| Gemeente {plaats} wil opeens twee weken van tevoren bericht. Vorige maand was dat nog één.
| KLIC {straat}: {n} netten in een strook van een meter. Graag proefsleuf, geen heldendaden.
> #1 Ik heb de scholen gebeld, die weten ervan.
>> Dat is precies wat ik vergeten was. Dank.
> #2 Van wie kreeg je dat te horen? Ik ken er nog iemand uit een voetbalelftal.
> #3 Proefsleuf staat erop, een halve dag.
>leidingnet #3 In die strook ligt ook nog een oude telefoonkabel die op geen kaart staat. Ik loop wel mee.
>digitaal #1 Zal ik de afzettingen op de storingskaart zetten? Dan ziet Klantenservice het ook.
>cm #1 Klantenservice wil dit soort dingen graag een dag eerder weten. Mag ik je koppelen?
== planning ; by=farid,lieke
Aansluiting nieuwbouw {plaats}: {tien} woningen, oplevering {weekdag}, en niemand heeft een meterput
  besteld.
| Bouwwater voor {plaats} aangevraagd om {toen}, nodig om acht uur morgenvroeg. Graag iets realistischers.
> #1 Putten liggen in {plaats2}, ik laat ze overbrengen.
>> Je redt {tien} verhuizingen. Dank.
> Ik bel de aannemer, die heeft ons formulier vast als onderzetter.
> #2 Standpijp kan wel, een put niet. Voorstellen?
>leidingnet #1 Ik kom er {weekdag} toch langs, ik leg ze er neer.
>digitaal #1 Het formulier vraagt pas op pagina vier naar de put. Zal ik dat omdraaien?
>cm #1 Goed voorbeeld van 'iedereen dacht dat de ander het deed'. Mag het in de nieuwsbrief, zonder namen?
== planning ; by=bart,els
Afgemelde klussen van gisteren: {tien}. Nog open zonder reden: {n}. Wie weet wat daar gebeurde?
| Er staan {n} opdrachten op 'bezig' sinds vorige week. Óf ze zijn klaar, óf er woont daar iemand in de
  sleuf.
> Die in {plaats} is klaar, maar de tablet had geen bereik.
>> Dan zet ik hem met de hand om.
> Kunnen we een reden 'geen bereik' toevoegen? Dan ligt het niet steeds aan de monteur.
> Eén ervan is een dubbele, die haal ik weg.
>leidingnet Bij mij deed de knop het niet zonder foto, en een foto in het donker telt niet. Daarom.
>digitaal Afmelden zonder bereik zit in de versie van {weekdag}. Hij bewaart het en stuurt later.
>cm Wist je dat buiten over ditzelfde gemopperd wordt? Misschien eens samen kijken.
== planning ; by=wilma,annemarie
Vakanties: graag vóór {weekdag} doorgeven. Wie als laatste komt krijgt november, en die is ook mooi.
| {@collega} valt deze week uit. Ik neem de storing, wie pakt de inspecties erbij?
| Weekstart om half negen, staand, een kwartier. Wie langer praat dan twee minuten trakteert op {lekkers}.
> #2 Ik doe de inspecties, dan laat ik de meters een dag liggen.
>> Dank je. Meters lopen niet weg, meestal.
> #1 November is prima, dan is het in {plaats} lekker leeg.
> #3 Vorige week trakteerde jij zelf, voor de goede orde.
>leidingnet #1 Wanneer weten wij welke weken er dunner bezet zijn? Dan plan ik het zware werk daaromheen.
>cm #3 Staand overleg met taartboete. Waarom doen we dit niet overal?
== planning ; by=karin
Meters: deze maand {adressen} gewisseld van de 160 gepland. {procent} procent niet thuis. Avonden werken
  beter.
| {n} afspraken in de {straat} verzet omdat er gevoetbald wordt. Ik had het kunnen weten.
> Zullen we bellen in plaats van brieven sturen? In {plaats} scheelde dat de helft.
>> Ik probeer het een week en vertel wat het doet.
> #1 Zaterdagochtend is goud, als iemand het wil doen.
> #1 Toch weer {n} meer dan vorige maand. Mooi.
>leidingnet #1 Op avonden wil ik best, maar dan graag met zijn tweeën. Niet iedere kruipruimte is gezellig.
>digitaal Ik maak een kaartje met op welk uur mensen wél thuis waren. Zonder namen, per wijk.
>cm #1 Dat met die avonden wil Klantenservice vast ook weten.
== planning ; by=bart,els,dewi,rico
Vraag: mag een ploeg zonder tweede man een afsluiter draaien op een weg van vijftig? Ik plan het liever
  goed dan snel.
| Wie weet hoe lang spoelen van de {straat} écht duurt? In het systeem staat een uur, ik geloof er niets
  van.
> #1 Nee, altijd met zijn tweeën. Staat in de werkinstructie, blad {n}.
>> Dank, dan komen er {n} klussen een dag later. Prima.
> #2 Twee uur als het meezit en drie met hondenuitlaters.
>> Dan zet ik tweeënhalf. Iedereen half blij.
>leidingnet #1 Twee man, en bij schemer drie. Fijn dat je het vraagt in plaats van raadt.
>leidingnet #2 Reken op tweeënhalf uur, en een kwartier om met de bewoners te praten. Dat laatste is geen
  verlies.
>digitaal #2 Uit de gps-tijden komt twee uur en tien minuten, gemiddeld over {tien} keer.
>cm Wie buiten weet dit uit het hoofd? Ik denk aan Ria, ik vraag het even.
"""
