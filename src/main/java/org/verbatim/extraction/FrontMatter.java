package org.verbatim.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbatim.dossier.Dossier;
import org.verbatim.text.Span;

/** What the lines round the text say of the article itself: headline, authors, date, and who published it. */
final class FrontMatter {

    private final Reading reading;
    private final List<Token> tokens;
    private final Lexicon lexicon;

    private FrontMatter(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.lexicon = reading.lexicon();
    }

    /** What is known of an article, and what its text adds; what is known stays as it is. */
    static Dossier.ArticlePart complete(Dossier.ArticlePart known, Reading reading, String language) {
        FrontMatter front = new FrontMatter(reading);
        DateMention date = front.date();
        List<Dossier.Pin> authors = known.authors() == null ? front.authors() : known.authors();
        return new Dossier.ArticlePart(
                known.id(),
                known.sha256(),
                language,
                known.headline() == null ? front.headline() : known.headline(),
                known.publisher() == null ? front.publisher() : known.publisher(),
                authors,
                known.datePublished() == null && date != null ? date.value() : known.datePublished(),
                known.datePublishedAsStated() == null && date != null
                        ? reading.pin(date.span())
                        : known.datePublishedAsStated(),
                known.url());
    }

    private Dossier.@Nullable Pin headline() {
        for (Block block : reading.blocks()) {
            if (block.kind() == Block.Kind.HEADLINE) {
                return reading.pin(block.span());
            }
        }
        return null;
    }

    /** The date of the first line about the article that states one. */
    private @Nullable DateMention date() {
        for (Block block : reading.blocks()) {
            if (block.kind() == Block.Kind.META) {
                for (DateMention date : DateMention.in(tokens, block.fromToken(), block.toToken(), lexicon)) {
                    if (date.isOfPublication()) {
                        return date;
                    }
                }
            }
        }
        return null;
    }

    private List<Dossier.Pin> authors() {
        List<Dossier.Pin> authors = new ArrayList<>();
        for (Block block : reading.blocks()) {
            if (block.kind() == Block.Kind.META && authors.isEmpty()) {
                authors(block, authors);
            }
        }
        return authors;
    }

    private void authors(Block block, List<Dossier.Pin> authors) {
        int from = block.fromToken();
        int to = block.toToken();
        if (to - from == 2
                && tokens.get(from).isMark("-–•·")
                && tokens.get(from + 1).isWord()) {
            authors.add(reading.pin(tokens.get(from + 1).span()));
            return;
        }
        int first = from;
        while (first < to && tokens.get(first).isMark()) {
            first++;
        }
        Phrases.Match byline = lexicon.list("bylines").match(tokens, first, to);
        if (byline == null) {
            return;
        }
        int at = first + byline.length();
        while (at < to && tokens.get(at).isMark(":")) {
            at++;
        }
        while (at < to) {
            int end = endOfAuthor(at, to);
            if (end == at) {
                return;
            }
            authors.add(reading.pin(reading.span(at, end)));
            if (end + 1 < to
                    && lexicon.list("place-prepositions").contains(tokens.get(end))
                    && tokens.get(end + 1).isCapitalised()) {
                end = endOfAuthor(end + 1, to);
            }
            boolean another = end < to
                    && (tokens.get(end).is(",")
                            || tokens.get(end).is("et")
                            || tokens.get(end).is("and")
                            || tokens.get(end).is("&"));
            if (!another || end + 1 >= to || !tokens.get(end + 1).isCapitalised()) {
                return;
            }
            at = end + 1;
        }
    }

    private int endOfAuthor(int at, int to) {
        Phrases.Match desk = lexicon.list("desks").match(tokens, at, to);
        if (desk != null) {
            int end = at + desk.length();
            while (end < to
                    && tokens.get(end).isWord()
                    && !tokens.get(end).is("avec")
                    && !tokens.get(end).is("with")) {
                end++;
            }
            return end;
        }
        Phrases particles = Lexicon.shared("name-particles");
        int end = at;
        for (int i = at; i < to && i < at + 7; i++) {
            Token token = tokens.get(i);
            boolean initial =
                    token.is(".") && i > at && tokens.get(i - 1).text().length() == 1;
            if (token.isCapitalised() || initial) {
                end = i + 1;
            } else if (!particles.contains(token) || token.is("le") || token.is("la")) {
                break;
            }
        }
        return end;
    }

    /** In brackets in the head of a dispatch, or the name that stands beside the date or above the headline. */
    private @Nullable String publisher() {
        for (Block block : reading.blocks()) {
            if (block.kind() == Block.Kind.META) {
                String named = inBrackets(block);
                if (named == null) {
                    named = besideDate(block);
                }
                if (named != null) {
                    return named;
                }
            }
        }
        return null;
    }

    private @Nullable String inBrackets(Block block) {
        int last = block.toToken() - 1;
        while (last > block.fromToken() && !tokens.get(last).is(")")) {
            last--;
        }
        int open = last;
        while (open > block.fromToken() && !tokens.get(open).is("(")) {
            open--;
        }
        boolean dateline = last > open + 1
                && tokens.get(open).is("(")
                && last >= block.toToken() - 2
                && block.toToken() - block.fromToken() > 3;
        return dateline && tokens.get(block.toToken() - 1).isMark("-–—") ? text(open + 1, last) : null;
    }

    /** Hartwell Gazette, Tuesday 10 June 2025; Par X | Sud-Info | 30 janvier 2026. */
    private @Nullable String besideDate(Block block) {
        List<DateMention> dates = DateMention.in(tokens, block.fromToken(), block.toToken(), lexicon);
        if (dates.isEmpty()) {
            return null;
        }
        int start = block.fromToken();
        for (int i = block.fromToken(); i <= block.toToken(); i++) {
            boolean parts = i == block.toToken() || tokens.get(i).isMark("|·,•");
            if (parts) {
                if (isName(start, i)) {
                    return text(start, i);
                }
                start = i + 1;
            }
        }
        return null;
    }

    private boolean isName(int from, int to) {
        if (to - from < 1 || to - from > 7 || !tokens.get(from).isCapitalised()) {
            return false;
        }
        boolean listed = lexicon.list("bylines").match(tokens, from, to) != null
                || lexicon.list("metas").match(tokens, from, to) != null
                || lexicon.foldedList("notices").match(tokens, from, to) != null;
        int capitals = 0;
        for (int i = from; i < to; i++) {
            if (tokens.get(i).isNumber()
                    || lexicon.list("months").contains(tokens.get(i))
                    || lexicon.list("weekdays").contains(tokens.get(i))) {
                return false;
            }
            capitals += tokens.get(i).isCapitalised() ? 1 : 0;
        }
        return !listed && capitals >= 2;
    }

    private String text(int from, int to) {
        Span span = reading.span(from, to);
        return reading.text().slice(span);
    }
}
