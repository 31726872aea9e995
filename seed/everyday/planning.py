"""Everyday talk of Planning: rosters, permits, material and every change to them."""

SITUATIONS = """
== planning
Rooster week {n}: {straat} in {plaats} schuift van {weekdag} naar {weekdag2}. Reden: vergunning er nog niet.
| Klus {plaats} eruit, spoed {straat} erin. Wie iets dergelijks voelt aankomen: bel vóór acht uur.
| Drie spoedklussen, twee ploegen, één {dag}. Ik heb gepuzzeld, kijk even of het menselijk is.
> Menselijk wel, maar {collega} heeft die dag een verjaardag van een kind.
>> Goed dat je het zegt. Dan ruil ik hem met de late.
> Vergunning {plaats} ligt bij de gemeente op een bureau. Ik bel weer.
> Dan kan het materiaal weer terug, of laat ik het staan?
>> Laat maar staan, anders moet het weer terug.
>leidingnet Mag de {straat} vóór negen uur? Daar komt anders de markt overheen.
>leidingnet Dit is beter dan vorige week. Je ziet dat er iemand naar de reistijd heeft gekeken.
>digitaal De reistijden komen nu uit echte ritten. In {plaats} scheelt dat {n} minuten per klus.
>cm Mooi dat je de reden erbij zet. Dat vragen ze buiten het vaakst.
== planning
Magazijn: {n} koppelingen {diameter} binnen, de rest staat in nalevering tot {weekdag}.
| Wie heeft de laatste rol PE {diameter} meegenomen zonder te scannen? Ik zoek een rol en een bekentenis.
| Telling klaar. We missen {n} klemmen en hebben één kruiwagen te veel.
> Bekentenis: ik, gisteren om {tijd}. Scan volgt.
>> Vergeven. Rol mag blijven.
> Kruiwagen is van de aannemer uit {plaats}, die belt al weken.
> Zullen we de scanner naast de deur hangen in plaats van in de la?
>leidingnet Twee van die klemmen zitten in mijn bus, onder de jas. Ik breng ze {weekdag}.
>digitaal Ik kan de voorraad op de tablet zetten, dan ziet de monteur het vóór de rit.
>cm Bus, la, jas: zullen we samen met Leidingnet een uurtje opruimen? Ik regel de koeken.
== planning
Wegafzetting {straat} ({plaats}) rond: {weekdag} van negen tot drie. Bus {n} rijdt om.
| Gemeente {plaats} wil opeens twee weken van tevoren bericht. Vorige maand was dat nog één.
| KLIC {straat}: {n} netten in een strook van een meter. Graag proefsleuf, geen heldendaden.
> Ik heb de scholen gebeld, die weten ervan.
>> Dat is precies wat ik vergeten was. Dank.
> Van wie kreeg je dat te horen? Ik ken er nog iemand uit een voetbalelftal.
> Proefsleuf staat erop, een halve dag.
>leidingnet In die strook ligt ook nog een oude telefoonkabel die op geen kaart staat. Ik loop wel mee.
>digitaal Zal ik de afzettingen op de storingskaart zetten? Dan ziet Klantenservice het ook.
>cm Klantenservice wil dit soort dingen graag een dag eerder weten. Mag ik je koppelen?
== planning
Aansluiting nieuwbouw {plaats}: {tien} woningen, oplevering {weekdag}, en niemand heeft een meterput besteld.
| Bouwwater voor {plaats} aangevraagd om {tijd}, nodig om acht uur morgenvroeg. Graag iets realistischers.
> Putten liggen in {plaats2}, ik laat ze overbrengen.
>> Je redt {tien} verhuizingen. Dank.
> Ik bel de aannemer, die heeft ons formulier vast als onderzetter.
> Standpijp kan wel, een put niet. Voorstellen?
>leidingnet Ik kom er {weekdag} toch langs, ik leg ze er neer.
>digitaal Het formulier vraagt pas op pagina vier naar de put. Zal ik dat omdraaien?
>cm Goed voorbeeld van 'iedereen dacht dat de ander het deed'. Mag het in de nieuwsbrief, zonder namen?
== planning
Afgemelde klussen van gisteren: {tien}. Nog open zonder reden: {n}. Wie weet wat daar gebeurde?
| Er staan {n} opdrachten op 'bezig' sinds vorige week. Óf ze zijn klaar, óf er woont daar iemand in de sleuf.
> Die in {plaats} is klaar, maar de tablet had geen bereik.
>> Dan zet ik hem met de hand om.
> Kunnen we een reden 'geen bereik' toevoegen? Dan ligt het niet steeds aan de monteur.
> Eén ervan is een dubbele, die haal ik weg.
>leidingnet Bij mij deed de knop het niet zonder foto, en een foto in het donker telt niet. Daarom.
>digitaal Afmelden zonder bereik zit in de versie van {weekdag}. Hij bewaart het en stuurt later.
>cm Wist je dat buiten over ditzelfde gemopperd wordt? Misschien eens samen kijken.
== planning ; by=wilma,annemarie
Vakanties: graag vóór {weekdag} doorgeven. Wie als laatste komt krijgt november, en die is ook mooi.
| {collega} valt deze week uit. Ik neem de storing, wie pakt de inspecties erbij?
| Weekstart om half negen, staand, een kwartier. Wie langer praat dan twee minuten trakteert op {lekkers}.
> Ik doe de inspecties, dan laat ik de meters een dag liggen.
>> Dank je. Meters lopen niet weg, meestal.
> November is prima, dan is het in {plaats} lekker leeg.
> Vorige week trakteerde jij zelf, voor de goede orde.
>leidingnet Wanneer weten wij welke weken er dunner bezet zijn? Dan plan ik het zware werk daaromheen.
>cm Staand overleg met taartboete. Waarom doen we dit niet overal?
== planning
Meters: deze maand {adressen} gewisseld van de {nummer} gepland. {procent} procent niet thuis. Avonden werken beter.
| {n} afspraken in de {straat} verzet omdat er gevoetbald wordt. Ik had het kunnen weten.
> Zullen we bellen in plaats van brieven sturen? In {plaats} scheelde dat de helft.
>> Ik probeer het een week en vertel wat het doet.
> Zaterdagochtend is goud, als iemand het wil doen.
> Toch weer {n} meer dan vorige maand. Mooi.
>leidingnet Op avonden wil ik best, maar dan graag met zijn tweeën. Niet iedere kruipruimte is gezellig.
>digitaal Ik maak een kaartje met op welk uur mensen wél thuis waren. Zonder namen, per wijk.
>cm Dat met die avonden wil Klantenservice vast ook weten.
== planning
Vraag: mag een ploeg zonder tweede man een afsluiter draaien op een weg van vijftig? Ik plan het liever goed dan snel.
| Wie weet hoe lang spoelen van de {straat} écht duurt? In het systeem staat een uur, ik geloof er niets van.
> Nee, altijd met zijn tweeën. Staat in de werkinstructie, blad {n}.
>> Dank, dan komen er {n} klussen een dag later. Prima.
> Twee uur als het meezit en drie met hondenuitlaters.
>> Dan zet ik tweeënhalf. Iedereen half blij.
>leidingnet Twee man, en bij schemer drie. Fijn dat je het vraagt in plaats van raadt.
>leidingnet Reken op tweeënhalf uur, en een kwartier om met de bewoners te praten. Dat laatste is geen verlies.
>digitaal Uit de gps-tijden komt twee uur en tien minuten, gemiddeld over {tien} keer.
>cm Wie buiten weet dit uit het hoofd? Ik denk aan Ria, ik vraag het even.
"""
