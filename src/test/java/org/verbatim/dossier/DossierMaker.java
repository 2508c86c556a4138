package org.verbatim.dossier;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.verbatim.agent.AgentType;
import org.verbatim.article.Confidence;
import org.verbatim.article.DatePrecision;
import org.verbatim.article.ReviewStatus;
import org.verbatim.funding.AmountStatus;
import org.verbatim.funding.CurrencyStatus;
import org.verbatim.funding.FundingKind;
import org.verbatim.meeting.MeetingKind;
import org.verbatim.meeting.MeetingStatus;
import org.verbatim.quote.AttributionMethod;
import org.verbatim.quote.Form;
import org.verbatim.text.SourceText;

/** Makes a dossier that holds; every key is there at times, and at times is not. */
public final class DossierMaker {

    /** A dossier, and the text of its article. */
    public record Made(Dossier dossier, SourceText text) {}

    private static final List<String> WORDS = List.of(
            "le",
            "port",
            "« ouvert »",
            "à",
            "tous",
            "😀",
            "a\u0301",
            "œuvre",
            "100 millions",
            "d’euros",
            "\n\n",
            "Anne",
            "Roy",
            "déclare",
            "\uFEFF",
            "maroc",
            "–",
            "\"fermé\"",
            "2018",
            "Ω");

    private final Random random;
    private final SourceText text;
    private final List<String> agents = new ArrayList<>();

    public DossierMaker(Random random) {
        this.random = random;
        StringBuilder words = new StringBuilder("début ");
        for (int i = 0; i < 60 + random.nextInt(100); i++) {
            words.append(one(WORDS)).append(random.nextInt(9) == 0 ? "\r\n" : " ");
        }
        // So that no two articles are the same.
        this.text = SourceText.of(words.append(random.nextLong()).toString());
    }

    public Made dossier() {
        int people = random.nextInt(5);
        for (int i = 0; i < people; i++) {
            agents.add("made-" + one(List.of("a", "b", "c")) + i);
        }
        String sha256 = Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
        Dossier.ArticlePart article = new Dossier.ArticlePart(
                "made-" + sha256.substring(0, 16),
                sha256,
                one(List.of("fr", "en", "fr-MA", "und")),
                maybe(pin()),
                maybe("Ein Titel, der nirgends steht"),
                maybe("Le Quotidien"),
                maybe(pins(2)),
                maybe(one(List.of("2018", "2018-12", "2018-12-10"))),
                maybe(pin()),
                maybe("https://quotidien.example/" + random.nextInt(9)));
        return new Made(
                new Dossier(
                        article,
                        agents.stream().map(this::agent).toList(),
                        distinct(this::quote),
                        distinct(this::fundingFact),
                        distinct(this::meeting)),
                text);
    }

    private Dossier.AgentPart agent(String id) {
        return new Dossier.AgentPart(
                id,
                // The same in every article.
                switch (id.charAt("made-".length())) {
                    case 'a' -> AgentType.Person;
                    case 'b' -> AgentType.Organization;
                    default -> AgentType.Group;
                },
                "Nom " + random.nextInt(9),
                maybe(List.of("Autre " + random.nextInt(9), "Encore")),
                maybe(List.of(
                        new Dossier.RolePart("ministre " + random.nextInt(9), maybe(one(agents))),
                        new Dossier.RolePart("présidente", null))),
                maybe(List.of("https://www.wikidata.org/entity/Q" + random.nextInt(99))));
    }

    private Dossier.QuotePart quote() {
        boolean known = !agents.isEmpty() && random.nextBoolean();
        List<Dossier.SegmentPart> segments = new ArrayList<>();
        int at = random.nextInt(text.length() / 2);
        for (int i = 0; i <= random.nextInt(3); i++) {
            int end = Math.min(at + 1 + random.nextInt(12), text.length());
            segments.add(new Dossier.SegmentPart(text.slice(at, end), at, end, random.nextBoolean()));
            at = Math.min(end + random.nextInt(5), text.length() - 1);
            if (end == text.length()) {
                break;
            }
        }
        long verbatim = segments.stream().filter(Dossier.SegmentPart::verbatim).count();
        Provenance from = provenance();
        return new Dossier.QuotePart(
                null,
                verbatim == 0 ? Form.INDIRECT : verbatim == segments.size() ? Form.DIRECT : Form.MIXED,
                known ? one(agents) : null,
                segments,
                maybe(pin()),
                maybe(pin()),
                known
                        ? one(List.of(AttributionMethod.EXPLICIT, AttributionMethod.COREFERENCE))
                        : AttributionMethod.UNKNOWN,
                maybe(List.of("other.q" + random.nextInt(99))),
                from.status(),
                from.extraction());
    }

    private Dossier.FundingFactPart fundingFact() {
        FundingKind kind = one(List.of(FundingKind.values()));
        AmountStatus status = one(List.of(AmountStatus.values()));
        boolean stated = status != AmountStatus.NOT_STATED;
        boolean range = status == AmountStatus.RANGE;
        String currency = stated ? maybe(one(List.of("USD", "EUR", "XOF"))) : null;
        BigDecimal value =
                new BigDecimal(one(List.of("100000000", "0.5", "1234.56", "999999999999", "1e6", "70", "0.000001")));
        Provenance from = provenance();
        return new Dossier.FundingFactPart(
                null,
                kind,
                maybe("Fonds " + random.nextInt(9)),
                kind == FundingKind.TARGET || agents.isEmpty() ? null : maybe(one(agents)),
                agents.isEmpty() ? null : maybe(one(agents)),
                new Dossier.AmountPart(
                        status,
                        stated && !range ? value : null,
                        range ? value : null,
                        range ? value.add(BigDecimal.ONE) : null,
                        currency,
                        currency == null
                                ? maybe(CurrencyStatus.NOT_STATED)
                                : one(List.of(CurrencyStatus.STATED, CurrencyStatus.INFERRED)),
                        stated ? pin() : null),
                maybe(date()),
                pins(3),
                maybe(List.of("other.f" + random.nextInt(99))),
                from.status(),
                from.extraction());
    }

    private Dossier.MeetingPart meeting() {
        List<Dossier.AttendeePart> attendees = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            String agent = agents.isEmpty() ? null : maybe(one(agents));
            attendees.add(new Dossier.AttendeePart(agent, pin()));
        }
        Provenance from = provenance();
        return new Dossier.MeetingPart(
                null,
                one(List.of(MeetingKind.values())),
                one(List.of(MeetingStatus.values())),
                attendees,
                maybe(new Dossier.PlacePart("Rabat", maybe("MA"), pin())),
                maybe(date()),
                maybe(pins(2)),
                pins(3),
                maybe(List.of("other.m" + random.nextInt(99))),
                from.status(),
                from.extraction());
    }

    private record Provenance(ReviewStatus status, Dossier.ExtractionPart extraction) {}

    private Provenance provenance() {
        Dossier.ExtractionPart extraction =
                maybe(new Dossier.ExtractionPart("fr.rule-" + random.nextInt(9), one(List.of(Confidence.values()))));
        ReviewStatus status = maybe(one(List.of(ReviewStatus.values())));
        return new Provenance(status == ReviewStatus.EXTRACTED && extraction == null ? null : status, extraction);
    }

    private Dossier.DatePart date() {
        return one(List.of(
                new Dossier.DatePart("2018", DatePrecision.YEAR, pin()),
                new Dossier.DatePart("2018-02", DatePrecision.MONTH, pin()),
                new Dossier.DatePart("2018-02-28", DatePrecision.DAY, pin()),
                new Dossier.DatePart(null, DatePrecision.UNKNOWN, pin())));
    }

    private Dossier.Pin pin() {
        int start = random.nextInt(text.length() - 1);
        int end = Math.min(start + 1 + random.nextInt(20), text.length());
        return new Dossier.Pin(text.slice(start, end), start, end);
    }

    private List<Dossier.Pin> pins(int most) {
        Set<Dossier.Pin> pins = new LinkedHashSet<>();
        for (int i = 0; i <= random.nextInt(most); i++) {
            pins.add(pin());
        }
        return List.copyOf(pins);
    }

    private <T> List<T> distinct(Supplier<T> making) {
        Set<T> made = new LinkedHashSet<>();
        for (int i = 0; i < random.nextInt(5); i++) {
            made.add(making.get());
        }
        return List.copyOf(made);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }
}
