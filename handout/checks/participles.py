"""English participles that no rule makes, and words that only look like participles."""

from __future__ import annotations

from handout.checks.sentences import words_of

# The third form of irregular verbs that can stand in the passive.
IRREGULAR = frozenset(
    words_of(
        """
        beaten bent bitten blown borne bought bound broken brought built burnt cast caught
        chosen cut dealt done drawn driven drunk eaten fed felt flown forbidden forgiven
        forgotten fought found frozen given ground grown heard held hidden hit hung hurt
        kept known laid led left lent let lit lost made meant met misled mistaken
        misunderstood overcome overtaken paid proven put quit read ridden rung said seen
        sent set sewn shaken shot shown shrunk shut slain sold sought spent split spoken
        spread spun stolen struck stuck stung sung sunk sworn swept taken taught thought
        thrown told torn understood undertaken undone upheld withdrawn withheld woken won
        worn wound woven written
        """
    )
)
# They say how somebody or something is, not what is done to them.
ADJECTIVES = frozenset(
    words_of(
        """
        ashamed bored closed complicated concerned confused crowded depressed detached determined
        disappointed dressed excited exhausted experienced faded frightened interested
        involved limited married naked overwhelmed pleased prepared relaxed rested satisfied scared
        seated settled shocked skilled stressed surprised tired trained undecided unexpected
        wicked worried wretched embarrassed advanced gifted isolated mixed motivated retired
        swollen
        """
    )
)
# No participles at all.
OTHERS = frozenset(
    words_of(
        """
        bed bleed blood breed embed feed greed hundred indeed infrared kindred need proceed
        red sacred seed shed speed succeed ted weed wed
        """
    )
)
