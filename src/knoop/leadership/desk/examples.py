"""An example of each kind of story: a title, and the story. Our own; the people in them are made up."""

from django.utils.translation import gettext_lazy as _

ACTION = (
    _("The key at the counter"),
    _(
        "Last March, on a Tuesday at half past four, Rinske had a man before her at the front desk. He "
        "had come for the third time about the same tree.\n\n"
        "She could have written a fourth note. Instead she took the key of the pool car and drove along "
        "with him. I heard of it, and I thought that this couldn't be the idea: who is minding the "
        "desk? But then she came back with a photo and a phone number, and on Thursday the tree was "
        "gone. It took her forty minutes. The three notes had taken us eleven weeks.\n\n"
        "What if each of us went along once, with the one who comes back for the third time? Who will "
        "do it this week? Tell us below what you saw."
    ),
)
ME = (
    _("The list in my drawer"),
    _(
        "My first week as a foreman, November 2009, in the workshop by the harbour. I had made a list "
        "of everything that had to be better. Twenty-three points.\n\n"
        "Wim, who had worked there for thirty years, read it, folded it up and asked: “And which of "
        "these did you ask us about?” None. I was so ashamed that I put the list in a drawer. Since "
        "then I've carried the other question with me: what did you try already?\n\n"
        "I still forget it when I'm in a hurry. If you notice me coming in with a list again, say "
        "“drawer”. I'll know. And tell me: what did you try already that I don't know of?"
    ),
)
VALUES = (
    _("The invoice we sent for ourselves"),
    _(
        "“Honest”, it says in our hall. Last autumn, at the table in the small meeting room, I found "
        "out what it costs. That week Samira of finance had seen that a supplier had forgotten to "
        "charge us for nine months. Nobody would have noticed. It was more than I had left for the "
        "whole year.\n\n"
        "I doubted, and said that we should sleep on it. I'm not proud of that. She said: “Then I'll "
        "lie awake, and you won't.” That evening we called them. In December we had no money for the "
        "new chairs, and everybody knew why.\n\n"
        "Where did it cost you something lately to do what it says on that wall? I'd like to hear it, "
        "also if it went the other way."
    ),
)
US = (
    _("She only asked for a form"),
    _(
        "In June a woman of eighty-one came to the counter in Oosterend for a form. Her husband had "
        "died on the Saturday. Joris could have given her the form. He saw that she had put her coat on "
        "inside out, came round the counter and sat down beside her.\n\n"
        "Until that afternoon I thought that our work was to be quick. They were at it for an hour; the "
        "queue waited, and nobody complained. A week later a card came: “I came for paper and was given "
        "tea.”\n\n"
        "That is who we are on a good day. Hold us to it. And when you see that we can't, because "
        "there's nobody to take over, will you tell me?"
    ),
)
TOGETHER = (
    _("Two maps of one street"),
    _(
        "In the canteen, a Friday in February, two colleagues laid a map of the same street on the "
        "table. Anouk of the sewers was to open it in April. Daan of the cables in June. They had been "
        "working sixty metres apart for six years and had never spoken.\n\n"
        "I had signed both plans. I should have seen it. Then Daan asked: “Shall I come a bit earlier?” "
        "and the street was opened once. The baker at the corner still brings them rolls.\n\n"
        "I'm sure that there are more of those maps. Whom do you work sixty metres from without knowing "
        "them? Drink one cup of coffee there this week, and write here what you found."
    ),
)
RUMOURS = (
    _("Yes, I measured the third floor"),
    _(
        "It is being said that the depot will close, because I walked round with a tape measure on "
        "Monday. I did. At eight o'clock, on the third floor, in my socks because of the wet paint. I "
        "laughed about it until that afternoon, when Els stopped me on the stairs and asked where she "
        "would be working.\n\n"
        "What is true: the roof leaks, and we may have to empty that floor this summer. What isn't: "
        "that the depot closes. I asked the board, and the answer was no. What I don't know yet is "
        "where the twelve people of the third floor will sit. I should have said that before I took out "
        "the tape.\n\n"
        "On 3 May I'll know, and I'll write it here first. In the meantime, ask me in this thread, also "
        "what you only heard."
    ),
)
KNOWLEDGE = (
    _("Why the pump only stopped on Sundays"),
    _(
        "For five weeks the pump at the lock fell out each Sunday morning, and each Monday it ran "
        "again. I had the motor replaced. I was wrong: the Sunday after that it stood still at ten past "
        "six.\n\n"
        "Then Yusuf went and sat beside it with a flask of coffee. At six he heard the sprinklers of "
        "the football club start. The pressure in the pipe fell, and the guard in the pump did what it "
        "should. We moved its limit by a tenth, and it has run since April.\n\n"
        "What works is not in the manual: go and sit there at the moment it happens. Who has something "
        "that only fails on one day of the week? Tell us which day."
    ),
)
FUTURE = (
    _("An ordinary Wednesday"),
    _(
        "It is a Wednesday, two years on, a quarter to eight, when Fenna comes in at the depot. On the "
        "board in the hall she sees that the broken railing she reported on Monday has been mended by "
        "somebody of another team who was nearby. She doesn't fill anything in. She calls to say thank "
        "you.\n\n"
        "That begins with something that is there already: since January the crew of the north has had "
        "one list with the park keepers. I don't know whether it will work in the centre, where it is "
        "busier. Last year I doubted it about the north as well, until I stood beside it.\n\n"
        "You needn't wait for a plan. Which list of yours could somebody else see? Try it for two "
        "weeks, and let me know what went wrong."
    ),
)
