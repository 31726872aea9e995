"""Everyday talk of Bestuur en Communicatie: decisions, texts, permits and permits again."""

SITUATIONS = """
== bestuur ; by=sander,hilde
Persvraag over de {straat} in {plaats}. Ik zeg wat we weten, wat we niet weten en wanneer we het weten.
  Iemand bezwaar?
| De streekkrant wil een foto van 'een leiding'. Welke leiding is fotogeniek?
| Verslaggever belt over de tarieven. Herman heeft de cijfers, ik heb de zin nog niet.
> #1 Geen bezwaar. Noem ook de monteurs, die stonden er vannacht.
>> Doe ik. Met naam als ze dat willen.
> #2 De oude gietijzeren in de hal. Die liegt niet.
> #3 Zin: 'Water wordt duurder omdat we nu vervangen wat onze grootouders legden.'
>> Verkocht.
>lab #1 Als het over kwaliteit gaat: bel mij even voor de juiste eenheid. Vorige keer stond er milligram.
== bestuur ; by=cemile,imane,djoeke
Tekst tariefbrief: van {tien} zinnen naar {n}. Wat weg is, bleek niemand te missen.
| Woord van de week: 'implementatietraject'. Voorstel: 'invoeren'. Wie verdedigt het oude?
| Mag 'afnemer' nu eindelijk 'klant' worden in alle stukken? Ik vraag het voor keer {n}.
> #2 Niemand. Het mag rusten in vrede.
> #3 In het reglement moet 'afnemer' blijven, juridisch. Overal elders graag klant.
>> Daar kan ik mee leven, Marloes.
> #1 Knap. Lees je het ook hardop voor? Dan hoor je de rest.
>lab #23 Bij onze uitslagen staat 'conform'. Wat zou jij schrijven?
== bestuur ; by=ruud
Vergunning {station}: de provincie vraagt zes aanvullingen. Vier ervan staan al op bladzijde {n}.
| Keukentafel in {plaats}: familie snapt waarom de put er komt, vindt het niet leuk, en waardeert dat we
  kwamen.
| Gemeente {plaats} wil praten over de laanbomen boven onze {diameter}. Bomen zijn mooi. Wortels niet.
> #1 Stuur de bladzijde mee, met een lint eromheen.
> #3 Wie van Projecten gaat er mee? Dan spreken we met één mond.
>> Meryem. Zij kent de bomen inmiddels bij naam.
> #3 Kunnen we de leiding verleggen als de weg toch open gaat? Dan houden ze hun bomen.
>lab #2 Uit die hoek komen ook vragen over nitraat. Zal ik meegaan? Ik heb tien jaar cijfers.
== bestuur ; by=hilde,gwen
Agenda directieoverleg {weekdag}: onder meer rooster, {station} en klachten over brieven. Stukken vóór
  {tijd}.
| Besluitenlijst staat online. In gewone taal, met per besluit: waarom, wie, wanneer.
| Werkbezoek toezichthouder op {weekdag}. Laarzen staan klaar, taart ook, PowerPoint niet.
> #1 Mag er bij 'klachten over brieven' iemand van Klantenservice aan tafel? Zij horen ze.
>> Goed idee, ik nodig Desiree uit.
> #3 Geen PowerPoint! Ik bewaar dit bericht.
> #2 Bij besluit {n} mis ik de 'waarom'. Komt die nog?
>> Klopt, die waren we vergeten. Staat er nu bij.
>lab #3 Voor het werkbezoek: laat ze ook een plaat tellen. Mensen onthouden wat ze zelf doen.
== bestuur ; by=marloes,pieterjan,tobias
Privacyvraag: mag een meterstand per dag bewaard blijven? Ja, als je weet waarvoor, hoe kort, en als de
  klant het weet.
| Contract met de aannemer in {plaats}: boete of bonus? Ik pleit voor een gesprek en dan bonus.
| Risicolijst bijgewerkt. Nieuw op {n}: 'we weten het wel, maar zeggen het niet tegen elkaar'.
> #1 Hoe kort is kort?
>> Zo lang als de rekening loopt. Daarna per maand, dan per jaar.
> #3 Dat nieuwe risico staat bij mij op één.
> #2 Bonus werkt beter, mits we durven meten.
>lab #3 'We weten het wel, maar zeggen het niet': dat herken ik in het lab ook. Mooi opgeschreven.
== bestuur ; by=djoeke,imane
Foto's van {plaats} staan klaar. {n} goede, één met een duim, nul met een gebouw waar niemand staat.
| Poster voor de kleedruimte is af. Tekst: '{lekkers} is geen ontbijt.' Nee hoor. Of toch?
| Icoontjes getekend voor de storingskaart. Wie ziet er een druppel in en wie een peer?
> #3 Peer. Sorry.
>> Ik begin opnieuw, met een steeltje minder.
> #1 Die met de duim is de beste, eerlijk gezegd.
> #2 Hang hem op. Reinier eet het elke ochtend.
>lab #3 Een druppel, maar ik zie de hele dag druppels.
"""
