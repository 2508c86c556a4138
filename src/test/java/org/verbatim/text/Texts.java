package org.verbatim.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.domains.DomainContextBase;

/** Texts to try things on: the seed articles, and whatever jqwik thinks of. */
final class Texts extends DomainContextBase {
    static final SourceText FIRST_ARTICLE = seed("000_fbf5bc84079181b5");
    static final SourceText SECOND_ARTICLE = seed("003_d5de80af24a298a5");

    /** Characters that typography, marks, surrogate pairs and repetition make interesting. */
    private static final int[] INTERESTING =
            ("ab eé 1.!?;:%,-'\"«»“”‘’„‹›–—…\n\u00A0\u202F\u2009\u00AD\u200B\u200D\u2060\uFEFF\u200F\u2066"
                            + "\u0301\u0302\u0327\u0345\u0307\u0323\u0F71ﬁﬆœßa\u0301ＡÅ"
                            + "가\u1100\u1161\u11A8²½\u0000😀\uD834\uDD5E\uD83C\uDFFDك\u0640")
                    .codePoints()
                    .toArray();

    static Stream<SourceText> articles() {
        return Stream.of(FIRST_ARTICLE, SECOND_ARTICLE);
    }

    private static SourceText seed(String name) {
        try {
            return SourceText.of(Files.readString(Path.of("seeds", name + ".txt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<SourceText> texts() {
        return wellFormed(0).map(SourceText::of);
    }

    /** Any UTF-16 code units, lone surrogates included. */
    @Provide
    Arbitrary<String> strings() {
        Arbitrary<String> units = Arbitraries.strings()
                .withChars("ab \uD83D\uDE00\u0301é")
                .withCharRange('\0', '\uFFFF')
                .ofMaxLength(60);
        return Arbitraries.oneOf(units, wellFormed(0));
    }

    /** A text and a span of it, not empty. */
    @Provide
    Arbitrary<Tuple2<SourceText, Span>> places() {
        return wellFormed(1).map(SourceText::of).flatMap(text -> Arbitraries.integers()
                .between(0, text.length() - 1)
                .flatMap(start -> Arbitraries.integers()
                        .between(start + 1, text.length())
                        .map(end -> Tuple.of(text, new Span(start, end)))));
    }

    private static Arbitrary<String> wellFormed(int minLength) {
        Arbitrary<Integer> interesting =
                Arbitraries.integers().between(0, INTERESTING.length - 1).map(i -> INTERESTING[i]);
        Arbitrary<Integer> few = Arbitraries.of(List.of((int) 'a', (int) 'b', 0x301, 0x1F600));
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 0x10FFFF).filter(c -> c < 0xD800 || c > 0xDFFF);
        return Arbitraries.oneOf(
                joined(interesting, minLength, 60),
                joined(few, minLength, 300),
                joined(Arbitraries.frequencyOf(Tuple.of(3, interesting), Tuple.of(1, any)), minLength, 60));
    }

    private static Arbitrary<String> joined(Arbitrary<Integer> codePoints, int minLength, int maxLength) {
        return codePoints.list().ofMinSize(minLength).ofMaxSize(maxLength).map(list -> {
            StringBuilder text = new StringBuilder();
            list.forEach(text::appendCodePoint);
            return text.toString();
        });
    }
}
