"""Everyday talk of Bestuur en Communicatie: decisions, texts, permits and permits again."""

SITUATIONS = """
== bestuur
Persvraag over de {straat} in {plaats}. Ik zeg wat we weten, wat we niet weten en wanneer we het weten. Iemand bezwaar?
| De streekkrant wil een foto van 'een leiding'. Welke leiding is fotogeniek?
| Verslaggever belt over de tarieven. Herman heeft de cijfers, ik heb de zin nog niet.
> Geen bezwaar. Noem ook de monteurs, die stonden er vannacht.
>> Doe ik. Met naam als ze dat willen.
> De oude gietijzeren in de hal. Die liegt niet.
> Zin: 'Water wordt duurder omdat we nu vervangen wat onze grootouders legden.'
>> Verkocht.
>lab Als het over kwaliteit gaat: bel mij even voor de juiste eenheid. Vorige keer stond er milligram.
== bestuur
Tekst tariefbrief: van {tien} zinnen naar {n}. Wat weg is, bleek niemand te missen.
| Woord van de week: 'implementatietraject'. Voorstel: 'invoeren'. Wie verdedigt het oude?
| Mag 'afnemer' nu eindelijk 'klant' worden in alle stukken? Ik vraag het voor de {n}e keer.
> Niemand. Het mag rusten in vrede.
> In het reglement moet 'afnemer' blijven, juridisch. Overal elders graag klant.
>> Daar kan ik mee leven, Marloes.
> Knap. Lees je het ook hardop voor? Dan hoor je de rest.
>lab Bij onze uitslagen staat 'conform'. Wat zou jij schrijven?
== bestuur
Vergunning {station}: de provincie vraagt {n} aanvullingen. Vier ervan staan al op bladzijde {n2}.
| Keukentafel in {plaats}: familie snapt waarom de put er komt, vindt het niet leuk, en waardeert dat we kwamen.
| Gemeente {plaats} wil praten over de laanbomen boven onze {diameter}. Bomen zijn mooi. Wortels niet.
> Stuur de bladzijde mee, met een lint eromheen.
> Wie van Projecten gaat er mee? Dan spreken we met één mond.
>> Aleida, met de grafiek. Dat werkte vorige keer ook.
> Kunnen we de leiding verleggen als de weg toch open gaat? Dan houden ze hun bomen.
>lab Uit die hoek komen ook vragen over nitraat. Zal ik meegaan? Ik heb tien jaar cijfers.
== bestuur
Agenda directieoverleg {weekdag}: onder meer rooster, {station} en klachten over brieven. Stukken vóór {tijd}.
| Besluitenlijst staat online. In gewone taal, met per besluit: waarom, wie, wanneer.
| Werkbezoek toezichthouder op {weekdag}. Laarzen staan klaar, taart ook, PowerPoint niet.
> Mag er bij 'klachten over brieven' iemand van Klantenservice aan tafel? Zij horen ze.
>> Goed idee, ik nodig Desiree uit.
> Geen PowerPoint! Ik bewaar dit bericht.
> Bij besluit {n} mis ik de 'waarom'. Komt die nog?
>> Klopt, die waren we vergeten. Staat er nu bij.
>lab Voor het werkbezoek: laat ze ook een plaat tellen. Mensen onthouden wat ze zelf doen.
== bestuur
Privacyvraag: mag een meterstand per dag bewaard blijven? Ja, als je weet waarvoor, hoe kort, en als de klant het weet.
| Contract met de aannemer in {plaats}: boete of bonus? Ik pleit voor een gesprek en dan bonus.
| Risicolijst bijgewerkt. Nieuw op {n}: 'we weten het wel, maar zeggen het niet tegen elkaar'.
> Hoe kort is kort?
>> Zo lang als de rekening loopt. Daarna per maand, dan per jaar.
> Dat nieuwe risico staat bij mij op één.
> Bonus werkt beter, mits we durven meten.
>lab 'We weten het wel, maar zeggen het niet': dat herken ik in het lab ook. Mooi opgeschreven.
== bestuur
Foto's van {plaats} staan klaar. {n} goede, één met een duim, nul met een gebouw waar niemand staat.
| Poster voor de kleedruimte is af. Tekst: '{lekkers} is geen ontbijt.' Nee hoor. Of toch?
| Icoontjes getekend voor de storingskaart. Wie ziet er een druppel in en wie een peer?
> Peer. Sorry.
>> Ik begin opnieuw, met een steeltje minder.
> Die met de duim is de beste, eerlijk gezegd.
> Hang hem op. Reinier eet het elke ochtend.
>lab Een druppel, maar ik zie de hele dag druppels.
"""
