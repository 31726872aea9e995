"""Everyday talk in English: the data team's working language, and wherever newcomers feel at home."""

SITUATIONS = """
== digitaal ; from=2025-01-14 ; by=ana,oksana,leila,joris ; often
Nightly load for {plaats} took {n} minutes instead of one hour. I removed a loop that somebody wrote in
  {jaar}, I think.
| Heads-up: I will rename the flow columns tonight. Old names keep working until {weekday}, then they
  retire.
| Dashboard for {station} shows negative flow since this morning. Either water runs uphill or a sensor is
  mounted backwards.
> #1 It was me, in 2016, and I was in a hurry. Thank you for cleaning up.
>> No shame, it ran every night for years!
> #2 Please keep 'debiet' in the description, the operators search for that word.
>> Good point, done.
> #3 Backwards. We had the same at {plaats} last year.
> #1 Great. Could you show how in the demo?
>productie #3 It hangs upside down since the repair on {weekday}. I can turn it this afternoon.
>klant #2 Will our export still work? We send it to customers who ask for their data.
>cm Can I tell this on Heel Wellewaard? One line in English, one in Dutch.
== digitaal ; from=2025-01-14 ; by=ana,oksana ; often
Dutch word I met today in the code: '{woord}'. I tried three translators and got {n} answers.
| Meeting note to self: when a Dutch colleague says 'interessant', it can mean no.
> #1 It means exactly what it sounds like. Unfortunately.
>> Then I am afraid of the next one.
> #1 I wrote that. I don't remember why, but I remember the weather.
> #2 And 'niet verkeerd' means brilliant. It evens out.
>> I will keep a table.
>productie #1 We say that every day here. Come by and I will show you the thing itself.
>cm Keep collecting these, please. I'd love to make a list for the next newcomer.
== digitaal ; from=2025-06-05 ; by=oksana,ana,leila ; often
Portal: error rate down to {n} per ten thousand visits. Most of what is left are people on very old tablets.
| Accessibility check of the portal: {n} problems found, all on the page with the meter photo. Fixing them
  this week.
| I watched three customers use the portal. Two looked for the button where we had it last year.
> #1 Very old tablets are how my parents read their meter, so thank you for caring.
>> Then your parents are my test group now.
> #2 Contrast of the grey text too? I can hardly read it in the sun.
>> Yes, darker as of {weekday}.
> #3 So we move it back?
>> We move it back, and next time we ask first.
>klant #3 If you want more people to watch: our customers love to be asked. I can find you five.
>klant #1 Calls about the portal dropped here too. About {n} a day now.
>productie #2 Same for our screens, by the way. Control rooms are dark and eyes are old.
>cm #3 This is a story about listening. May I borrow it?
== digitaal ; from=2025-01-20 ; by=ana,joris,leila,michiel ; often
Question: which of the {n}0 pressure sensors in {plaats} do we actually trust? I have a favourite, but no
  evidence.
| Who knows how the tank level in {station} is measured? The numbers jump exactly {n} centimetres, always.
| Looking for old pump data of {station}, before {jaar2}. Paper is fine. A memory is fine too.
> #1 Trust the one on the tower, doubt the one under the bridge.
>> That is the first useful metadata I got here.
> #2 It's a float with a chain. The chain has links of that size.
>> A quantised lake. I love it.
> #3 There is a box in the basement, third shelf, behind the Christmas tree.
> #2 Ask Michiel, he connected it.
>productie #1 The one near {station} drifts when it's cold. We just know that, sorry, we never wrote it
  down.
>productie #3 I have the notebooks of three shift leaders. You can have them if you bring them back.
>klant #1 Does low pressure there explain our {n} calls on {weekday}?
>cm There is someone in Production who remembers everything. Shall I ask for you?
== digitaal ; from=2025-01-20 ; often
Reminder: demo on {weekday} at three, in English this time so that everybody can follow and nobody can hide.
| Coffee machine on the first floor now has an outage page. It was a joke and people use it.
| Backup test done: restored {n} systems on empty machines. One missing file, found, written down.
> #1 I'll translate for the visitors. Slowly, and with gestures.
> #2 Uptime this month: {procent} percent. We should be ashamed.
>> The water does much better, luckily.
> #3 Which file?
>> A certificate. It's always a certificate.
>klant #1 Can two of us join from the phones? We'll take turns.
>productie #3 Good. When did we last test the one for the pump controls?
>cm Nice! I'll mention it in the week letter.
== digitaal ; from=2025-02-01 ; by=ana,leila,wendy ; often
Tried to predict tomorrow's demand for {plaats}: {procent} percent off. The model didn't know about the
  school holidays.
| Map fun: pipes in {plaats} laid in {jaar} break {n} times more often than the ones from two years later.
  Same material. Why?
> #1 Add the weather forecast too; people water their gardens on the first warm evening, not the second.
>> Added. {n} percent better!
> #2 Different factory. My father still talks about that batch.
>> Your father should be a database.
> #1 Nice that you show the error. Not everybody does.
>klant #1 Also add the football. At half-time we get all the calls.
>productie #1 On market day in {plaats} everything starts an hour earlier. No model knows that, we do.
>productie #2 That was also the year of the long frost. Could be the ground and not the pipe.
>cm #2 What a nice puzzle. Who outside would know?
== lab ; from=2025-04-10 ; by=ignas ; often
Small note in English, because it must be exact: incubator {n} was {n2} tenths too warm for one hour.
  Logged, no samples affected.
| Is there a Dutch word for 'sterile but friendly'? Asking for a label on the tea kitchen.
| New batch of medium arrived, lot {nummer}. Growth check looks fine, colour is a bit darker than usual.
> #1 Thank you for being exact. I checked the log, all fine.
> #2 'Schoon' will do. Or 'afblijven'.
>> 'Afblijven' it is. Sounds friendly enough.
> #3 Darker is normal for this supplier, see the certificate.
>> Found it. Thank you!
> #1 The door closes badly, I put it on the list for {weekday}.
>klant #2 We have 'afblijven' on our biscuit tin. Works for a day.
>productie #3 Do you need fresh water from {station} for the check? I'm coming by {weekday}.
>cm Your Dutch is better than you think, but this is clear in any language.
== lab ; from=2025-04-10 ; by=ignas ; often
Dutch lesson of the day at the bench: '{woord}'. Twelve people laughed and nobody explained.
| Question about the procedure for {plaats}: my Dutch says 'wait', my common sense says 'now'. Which one
  is right?
> #1 Ask me at lunch, it needs hands.
> #2 Wait. Your Dutch is doing fine.
>> Then I wait, proudly.
> #2 Ten minutes, then now. See page {n}.
>klant #1 We use it here as a compliment. Mostly.
>productie #2 For {station} it is always 'wait', the line is long and the water takes its time.
>cm #1 I'll explain over coffee. It's a good one.
== * ; space=nederlands ; from=2025-11-10 ; by=ana,oksana,ignas ; often
My sentence of the week: 'Ik heb de {woord} gevonden.' Correct? And would a real person ever say it?
| I understood a whole meeting today, except one word: '{woord}'. It was the topic.
| Why does 'mooi' work as an answer to everything? I tested it {n} times today. Nobody noticed.
> #1 Correct, and in this company you would say it with pride.
>> Then I say it loudly on {weekday}.
> #2 That happens to me too, and I was born here.
> #3 Mooi.
>> I walked right into that.
> #2 Ask the person who used it most. Usually they don't know either.
>cm Thursday, language quarter, room 1.08. Bring this one!
== * ; space=kantine ; from=2025-04-20 ; by=ana,oksana,ignas ; often
I brought {lekkers}. There is a note with the ingredients, and a second note with how to pronounce it.
| Question for the locals: is it normal to congratulate everybody in the room when one person has a
  birthday?
| Somebody cycled here in this rain and called it 'fris'. Is that legal?
> #1 I can say it now. I can also not stop eating it.
>> Then the notes worked!
> #2 Yes. Also the neighbours, if they walk past.
>> I congratulated the postman. He looked happy.
> #3 Anything above freezing is 'fris'. Welcome.
> #2 It's the law. You get cake in return.
>cm #1 Put it on the board downstairs too, the mechanics have a nose for this.
== * ; space=nieuw ; from=2025-02-01 ; by=ana,oksana,ignas ; often
For other newcomers who don't speak Dutch yet: ask people to draw it. In {plaats} somebody explained a
  whole pumping station on a napkin.
| Tip for who is new: join one shift outside. I went to {plaats} and learned more than in {n} meetings.
> #1 I still have my napkin. It's more up to date than the manual.
> #2 Which crew did you join?
>> The one with the good soup.
> #2 True for people who were born here as well.
>cm I'm adding this to the welcome page. Thank you!
== * ; space=slim ; from=2025-10-10 ; by=ana,oksana,leila,hong ; often
Idea: every chart on our screens gets one sentence that says what to do with it. No sentence, no chart.
  Who tries it with {station}?
| Small idea: put the question on the whiteboard before the meeting, and the answer after. In {plaats}
  half the meetings got shorter.
> #1 Yes! Half of ours would be gone by Friday.
>> That's the hidden second half of the idea.
> #2 Wij proberen het morgen bij de overdracht.
> #1 Start with the one at the entrance. Nobody knows what it says.
>cm I'm in. Who else? Four names and we start.
== * ; space=natuur ; from=2026-03-05 ; by=oksana,ana ; often
Walked around {station} at lunch and saw {animal}. In my country this would be in a zoo or in a soup.
| Question: what is the yellow flower along the path at {station}? My app gives {n} answers.
> #1 Here it is on the list and not in the soup.
> #2 Rolklaver, probably. 'Bird's-foot trefoil' in English.
>> Both names are wonderful. Thank you.
> #2 Send a photo, my daughter knows all of them.
== * ; space=meters ; from=2025-06-10 ; by=oksana,leila ; often
Release note for the portal: meter photos are now checked on the phone itself, so nothing leaves it until
  the customer says so. {n} fewer screens too.
| In the test group in {plaats}, {n} in ten people found their usage within a minute. Last month it was half
  that.
> #1 That answers my neighbour's only question. Thank you.
> #2 What did the others look for?
>> The word 'verbruik'. We had called it 'inzicht'.
> #1 Mooi. Staat dat ook in gewone taal in de brief?
>> It will, Cemile has it.
>cm #2 I love that you count this. Can the numbers be on the front page?
"""
