"""How hard a text is to read: three published measures, all from counts and all offline."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handout.checks.finding import Finding
from handout.checks.sentences import words_of
from handout.checks.syllables import syllables
from handout.checks.word_lists import pattern_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handout.checks.blocks import Chapter
    from handout.checks.sentences import Sentence

MOST_GRADE_WHOLE, MOST_GRADE_CHAPTER = 6.0, 7.0
MOST_SMOG, LEAST_EASE = 8.0, 75.0
MOST_MEAN_WORDS, MOST_WORDS = 13.0, 22
# A word of this many syllables or more is long, for SMOG.
LONG = 3


@dataclass(frozen=True)
class Measure:
    """What was counted in a text.

    :ivar long: words of three syllables or more; :ivar longest: words in the longest sentence.
    """

    words: int
    sentences: int
    syllables: int
    long: int
    longest: int

    @property
    def mean(self) -> float:
        """Return words per sentence."""
        return self.words / self.sentences

    @property
    def grade(self) -> float:
        """Return the US school grade by Flesch and Kincaid.

        J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom (1975), "Derivation of new
        readability formulas for Navy enlisted personnel"; constants as in
        https://en.wikipedia.org/wiki/Flesch%E2%80%93Kincaid_readability_tests.
        """
        return 0.39 * self.mean + 11.8 * self.syllables / self.words - 15.59

    @property
    def ease(self) -> float:
        """Return the Reading Ease: about 0 to 100, the higher the easier.

        R. Flesch (1948), "A new readability yardstick", Journal of Applied Psychology;
        constants as in http://www.readabilityformulas.com/flesch-reading-ease-readability-formula.php.
        """
        return 206.835 - 1.015 * self.mean - 84.6 * self.syllables / self.words

    @property
    def smog(self) -> float:
        """Return the SMOG grade, from the long words in thirty sentences.

        G. H. McLaughlin (1969), "SMOG grading: a new readability formula", Journal of Reading
        12(8), 639-646; his precise formula, for any number of sentences, as in
        https://en.wikipedia.org/wiki/SMOG.
        """
        return 1.0430 * math.sqrt(self.long * 30 / self.sentences) + 3.1291


def measure(sentences: Iterable[Sentence], names: Iterable[str] = ()) -> Measure:
    """Measure *sentences*.

    :param names: what is left out, words and syllables both.
    :raises ValueError: there are no words.
    """
    left_out = pattern_of(names)
    texts = (left_out.sub(" ", sentence.text) for sentence in sentences)
    counted = [[syllables(word) for word in words] for words in map(words_of, texts) if words]
    counts = [count for sentence in counted for count in sentence]
    if not counts:
        raise ValueError("there are no words to measure")
    return Measure(
        words=len(counts),
        sentences=len(counted),
        syllables=sum(counts),
        long=sum(count >= LONG for count in counts),
        longest=max(map(len, counted)),
    )


def sentences_in(chapters: Iterable[Chapter]) -> list[Sentence]:
    """Return the sentences of all *chapters*, to measure them as one text."""
    return [sentence for chapter in chapters for sentence in chapter.sentences()]


def hard_chapter(chapter: Chapter) -> Iterator[Finding]:
    """Yield a finding, at its hardest sentence, if a chapter's grade is too high (A1: AMA, NIH)."""
    grade = measure(chapter.sentences()).grade
    if grade > MOST_GRADE_CHAPTER:
        hardest = max(chapter.sentences(), key=lambda one: measure([one]).grade)
        yield Finding(
            chapter.file,
            hardest.line,
            f"this chapter is at reading grade {grade:.1f}, at most {MOST_GRADE_CHAPTER:.0f}; use "
            f'shorter words and sentences; the hardest is: "{hardest.text}"',
        )


def hard_handout(chapters: list[Chapter]) -> Iterator[Finding]:
    """Yield what is too hard in the whole, at its hardest chapter (A1: AMA, NIH; A2, A3: ours).

    The grade must be kept; SMOG, which tells higher grades, and Reading Ease are advice.
    """
    whole = measure(sentences_in(chapters))
    hardest = max(chapters, key=lambda chapter: measure(chapter.sentences()).grade).file
    begin = "use shorter words and sentences; begin with this chapter"
    if whole.grade > MOST_GRADE_WHOLE:
        told = f"{whole.grade:.1f}, at most {MOST_GRADE_WHOLE:.0f}"
        yield Finding(hardest, 0, f"the whole handout is at reading grade {told}; {begin}")
    if whole.smog > MOST_SMOG:
        told = f"{whole.smog:.1f}, better {MOST_SMOG:.0f} or less"
        yield Finding(hardest, 0, f"the whole handout has SMOG grade {told}; {begin}", gate=False)
    if whole.ease < LEAST_EASE:
        told = f"{whole.ease:.0f}, better {LEAST_EASE:.0f} or more"
        yield Finding(hardest, 0, f"the whole handout has Reading Ease {told}; {begin}", gate=False)


def long_sentences(chapter: Chapter) -> Iterator[Finding]:
    """Yield each sentence that is too long, and a chapter's mean (A4: plain-language lists)."""
    for sentence in chapter.sentences():
        if (count := len(sentence.words)) > MOST_WORDS:
            yield Finding(
                chapter.file,
                sentence.line,
                f"this sentence has {count} words, at most {MOST_WORDS}; make two of it: "
                f'"{sentence.text}"',
            )
    mean = measure(chapter.sentences()).mean
    if mean > MOST_MEAN_WORDS:
        told = f"{mean:.1f} words on average, at most {MOST_MEAN_WORDS:.0f}"
        yield Finding(chapter.file, 0, f"the sentences have {told}; make two of the long ones")
