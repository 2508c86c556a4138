package org.verbatim.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verbatim.dossier.Dossier;
import org.verbatim.text.SourceText;

/** One construction at a time. A quote is written here as form · speaker · cue · segments, those within marks in “ ”. */
class QuoteFinderTest {

    private static final String FRENCH = "Le conseil communal a tenu sa séance d'automne\n\n";
    private static final String ENGLISH = "The parish council held its autumn session\n\n";

    static Stream<Arguments> french() {
        return Stream.of(
                Arguments.of(
                        "cue behind",
                        "« Le pont sera rouvert en juin », a annoncé Hélène Varenne, directrice du port.",
                        List.of("DIRECT · Hélène Varenne · a annoncé · “Le pont sera rouvert en juin”")),
                Arguments.of(
                        "split by its cue",
                        "« Le pont est sûr », assure Hélène Varenne. « Nous l'avons vérifié deux fois. »",
                        List.of(
                                "DIRECT · Hélène Varenne · assure · “Le pont est sûr” / “Nous l'avons vérifié deux fois.”")),
                Arguments.of(
                        "joined by a comma",
                        "« Le pont est sûr », assure Hélène Varenne, « et il le restera ».",
                        List.of("DIRECT · Hélène Varenne · assure · “Le pont est sûr” / “et il le restera”")),
                Arguments.of(
                        "cue before",
                        "Hélène Varenne a répondu : « Le pont est sûr. »",
                        List.of("DIRECT · Hélène Varenne · a répondu · “Le pont est sûr.”")),
                Arguments.of(
                        "inverted pronoun",
                        "Hélène Varenne dirige le port. « Le pont est sûr », a-t-elle répété.",
                        List.of("DIRECT · Hélène Varenne · a-t-elle répété · “Le pont est sûr”")),
                Arguments.of(
                        "reflexive verb",
                        "« Le pont n'est pas sûr », s'inquiète Hélène Varenne.",
                        List.of("DIRECT · Hélène Varenne · s'inquiète · “Le pont n'est pas sûr”")),
                Arguments.of(
                        "verb of saying in no list",
                        "« Le pont est sûr », philosophe Hélène Varenne.",
                        List.of("DIRECT · Hélène Varenne · philosophe · “Le pont est sûr”")),
                Arguments.of(
                        "infinitive behind an inverted verb",
                        "Hélène Varenne hésite. « Le pont est sûr », finit-elle par lâcher.",
                        List.of("DIRECT · Hélène Varenne · finit-elle par lâcher · “Le pont est sûr”")),
                Arguments.of(
                        "incise within marks",
                        "« Le pont, souffle Hélène Varenne, directrice du port, ne tiendra pas l'hiver. »",
                        List.of("DIRECT · Hélène Varenne · souffle · “Le pont” / “ne tiendra pas l'hiver.”")),
                Arguments.of(
                        "name and colon",
                        "Hélène Varenne, directrice du port : « Le pont est sûr. »",
                        List.of("DIRECT · Hélène Varenne · - · “Le pont est sûr.”")),
                Arguments.of(
                        "paragraphs that reopen the marks",
                        "Hélène Varenne s'emporte : « Le pont est sûr.\n\n« Nous l'avons vérifié deux fois. »",
                        List.of(
                                "DIRECT · Hélène Varenne · s'emporte · “Le pont est sûr.” / “Nous l'avons vérifié deux fois.”")),
                Arguments.of(
                        "name in the next sentence",
                        "« J'ai tout vendu. À perte. » Hélène Varenne, éleveuse, regarde ailleurs.",
                        List.of("DIRECT · Hélène Varenne · - · “J'ai tout vendu. À perte.”")),
                Arguments.of(
                        "nested marks",
                        "« On m'a dit “circulez”, et j'ai circulé », raconte Hélène Varenne.",
                        List.of("DIRECT · Hélène Varenne · raconte · “On m'a dit “circulez”, et j'ai circulé”")),
                Arguments.of(
                        "straight marks",
                        "\"Le pont est sûr\", tranche Hélène Varenne.",
                        List.of("DIRECT · Hélène Varenne · tranche · “Le pont est sûr”")),
                Arguments.of(
                        "dialogue",
                        "— Le pont tiendra, promet Hélène Varenne. Nous l'avons vérifié.",
                        List.of("DIRECT · Hélène Varenne · promet · “Le pont tiendra” / “Nous l'avons vérifié.”")),
                Arguments.of(
                        "role",
                        "Le maire, Paul Esteban, a visité le port. « Le pont est sûr », a déclaré le maire.",
                        List.of("DIRECT · Paul Esteban · a déclaré · “Le pont est sûr”")),
                Arguments.of(
                        "short name",
                        "Hélène Varenne dirige le port. « Le pont est sûr », a dit Mme Varenne.",
                        List.of("DIRECT · Hélène Varenne · a dit · “Le pont est sûr”")),
                Arguments.of(
                        "anonymous",
                        "« Le pont n'est pas sûr », confie un ingénieur sous couvert d'anonymat.",
                        List.of("DIRECT · ? · confie · “Le pont n'est pas sûr”")),
                Arguments.of(
                        "adverbial before the subject",
                        "« Le pont est sûr », a confié jeudi à la presse le maire, Paul Esteban.",
                        List.of("DIRECT · Paul Esteban · a confié · “Le pont est sûr”")),
                Arguments.of(
                        "reported clause",
                        "Hélène Varenne a confirmé que le pont serait rouvert en juin.",
                        List.of("INDIRECT · Hélène Varenne · a confirmé · le pont serait rouvert en juin")),
                Arguments.of(
                        "clause behind an adverbial",
                        "Hélène Varenne a confirmé, lors d'une visite, que le pont serait rouvert en juin.",
                        List.of("INDIRECT · Hélène Varenne · a confirmé · le pont serait rouvert en juin")),
                Arguments.of(
                        "mixed",
                        "Hélène Varenne assure que le pont « tiendra bon », mais qu'il sera fermé la nuit.",
                        List.of(
                                "MIXED · Hélène Varenne · assure · le pont / “tiendra bon” / mais qu'il sera fermé la nuit")),
                Arguments.of(
                        "clause wholly within marks",
                        "Hélène Varenne estime que « le pont tiendra bon ».",
                        List.of("DIRECT · Hélène Varenne · estime · “le pont tiendra bon”")),
                Arguments.of(
                        "coordinated reports",
                        "Hélène Varenne a rappelé que le pont était sûr et a précisé que les travaux finiraient en juin.",
                        List.of(
                                "INDIRECT · Hélène Varenne · a rappelé · le pont était sûr",
                                "INDIRECT · Hélène Varenne · a précisé · les travaux finiraient en juin")),
                Arguments.of(
                        "thing",
                        "Hélène Varenne a salué la patience des riverains.",
                        List.of("INDIRECT · Hélène Varenne · a salué · la patience des riverains")),
                Arguments.of(
                        "thing with words within marks",
                        "Hélène Varenne a salué « une patience exemplaire » des riverains.",
                        List.of("MIXED · Hélène Varenne · a salué · “une patience exemplaire” / des riverains")),
                Arguments.of(
                        "reflexive with words within marks",
                        "Hélène Varenne s'est dite « très attentive » à la situation.",
                        List.of("MIXED · Hélène Varenne · s'est dite · “très attentive” / à la situation")),
                Arguments.of(
                        "request",
                        "Hélène Varenne a appelé les riverains à signaler les fissures.",
                        List.of("INDIRECT · Hélène Varenne · a appelé · signaler les fissures")),
                Arguments.of(
                        "promise",
                        "La Région a promis de financer le pont.",
                        List.of("INDIRECT · Région · a promis · financer le pont")),
                Arguments.of(
                        "participle",
                        "Le maire, Paul Esteban, a reçu les riverains, promettant que le pont serait rouvert en juin.",
                        List.of("INDIRECT · Paul Esteban · promettant · le pont serait rouvert en juin")),
                Arguments.of(
                        "participle in front",
                        "Rappelant son attachement au port, le maire Paul Esteban a signé la convention.",
                        List.of("INDIRECT · Paul Esteban · Rappelant · son attachement au port")),
                Arguments.of(
                        "cue behind the clause",
                        "Le pont sera rouvert en juin, a fait savoir Hélène Varenne.",
                        List.of("INDIRECT · Hélène Varenne · a fait savoir · Le pont sera rouvert en juin")),
                Arguments.of(
                        "cue within the clause",
                        "Le pont, a précisé Hélène Varenne, sera rouvert en juin.",
                        List.of("INDIRECT · Hélène Varenne · a précisé · Le pont / sera rouvert en juin")),
                Arguments.of(
                        "colon without marks",
                        "Hélène Varenne précise : les travaux finiront en juin.",
                        List.of("INDIRECT · Hélène Varenne · précise · les travaux finiront en juin")),
                Arguments.of(
                        "selon in front",
                        "Selon Hélène Varenne, le pont est sûr.",
                        List.of("INDIRECT · Hélène Varenne · Selon · le pont est sûr")),
                Arguments.of(
                        "selon behind",
                        "Le pont est sûr, selon Hélène Varenne.",
                        List.of("INDIRECT · Hélène Varenne · selon · Le pont est sûr")),
                Arguments.of(
                        "d'après within",
                        "Le port, d'après sa directrice, Hélène Varenne, n'a pas encore de budget.",
                        List.of("INDIRECT · Hélène Varenne · d'après · Le port / n'a pas encore de budget")),
                Arguments.of(
                        "pour",
                        "Pour Hélène Varenne, le pont « tiendra cent ans ».",
                        List.of("MIXED · Hélène Varenne · Pour · le pont / “tiendra cent ans”")),
                Arguments.of(
                        "organisation",
                        "L'Agence des ports atlantiques (APA) a indiqué que le pont était sûr. L'agence a ajouté qu'il serait repeint.",
                        List.of(
                                "INDIRECT · Agence des ports atlantiques · a indiqué · le pont était sûr",
                                "INDIRECT · Agence des ports atlantiques · a ajouté · il serait repeint")),
                Arguments.of(
                        "state",
                        "Le Portugal a annoncé qu'il financerait le pont.",
                        List.of("INDIRECT · Portugal · a annoncé · il financerait le pont")));
    }

    static Stream<Arguments> english() {
        return Stream.of(
                Arguments.of(
                        "cue behind",
                        "“The bridge is safe,” said Helen Varley, director of the port.",
                        List.of("DIRECT · Helen Varley · said · “The bridge is safe,”")),
                Arguments.of(
                        "subject before the verb",
                        "“The bridge is safe,” Helen Varley said.",
                        List.of("DIRECT · Helen Varley · said · “The bridge is safe,”")),
                Arguments.of(
                        "split by its cue",
                        "“The bridge is safe,” said Helen Varley. “We checked it twice.”",
                        List.of("DIRECT · Helen Varley · said · “The bridge is safe,” / “We checked it twice.”")),
                Arguments.of(
                        "joined by a comma",
                        "“The bridge is safe,” Helen Varley said, “and it will stay so.”",
                        List.of("DIRECT · Helen Varley · said · “The bridge is safe,” / “and it will stay so.”")),
                Arguments.of(
                        "cue before",
                        "Helen Varley said: “The bridge is safe.”",
                        List.of("DIRECT · Helen Varley · said · “The bridge is safe.”")),
                Arguments.of(
                        "comma before",
                        "Helen Varley told reporters, “The bridge is safe.”",
                        List.of("DIRECT · Helen Varley · told · “The bridge is safe.”")),
                Arguments.of(
                        "pronoun",
                        "Helen Varley runs the port. “The bridge is safe,” she insisted.",
                        List.of("DIRECT · Helen Varley · insisted · “The bridge is safe,”")),
                Arguments.of(
                        "name and colon",
                        "Port director Helen Varley: “The bridge is safe.”",
                        List.of("DIRECT · Helen Varley · - · “The bridge is safe.”")),
                Arguments.of(
                        "paragraphs that reopen the marks",
                        "“The bridge is safe,” said Helen Varley. “We checked it twice.\n\n“We will check it again.”",
                        List.of(
                                "DIRECT · Helen Varley · said · “The bridge is safe,” / “We checked it twice.” / “We will check it again.”")),
                Arguments.of(
                        "single marks",
                        "‘The bridge is safe,’ said Helen Varley.",
                        List.of("DIRECT · Helen Varley · said · “The bridge is safe,”")),
                Arguments.of(
                        "apostrophes for marks",
                        "'It isn't safe,' said Helen Varley.",
                        List.of("DIRECT · Helen Varley · said · “It isn't safe,”")),
                Arguments.of(
                        "role",
                        "The mayor, Paul Esterly, visited the port. “The bridge is safe,” the mayor said.",
                        List.of("DIRECT · Paul Esterly · said · “The bridge is safe,”")),
                Arguments.of(
                        "surname",
                        "Helen Varley runs the port. “The bridge is safe,” Varley said.",
                        List.of("DIRECT · Helen Varley · said · “The bridge is safe,”")),
                Arguments.of(
                        "anonymous",
                        "“The bridge is unsafe,” said an engineer, who asked not to be named.",
                        List.of("DIRECT · ? · said · “The bridge is unsafe,”")),
                Arguments.of(
                        "clause with that",
                        "Helen Varley confirmed that the bridge would reopen in June.",
                        List.of("INDIRECT · Helen Varley · confirmed · the bridge would reopen in June")),
                Arguments.of(
                        "clause without that",
                        "Helen Varley said the bridge would reopen in June.",
                        List.of("INDIRECT · Helen Varley · said · the bridge would reopen in June")),
                Arguments.of(
                        "clause behind the one who is told",
                        "Helen Varley told the Port Herald the bridge was safe.",
                        List.of("INDIRECT · Helen Varley · told · the bridge was safe")),
                Arguments.of(
                        "mixed",
                        "Helen Varley insisted that the bridge was “safe, sound and dry”.",
                        List.of("MIXED · Helen Varley · insisted · the bridge was / “safe, sound and dry”")),
                Arguments.of(
                        "coordinated reports",
                        "Helen Varley conceded that the work was late, but insisted the bridge would reopen in June.",
                        List.of(
                                "INDIRECT · Helen Varley · conceded · the work was late",
                                "INDIRECT · Helen Varley · insisted · the bridge would reopen in June")),
                Arguments.of(
                        "thing",
                        "Harbour Trust welcomed the decision of the council.",
                        List.of("INDIRECT · Harbour Trust · welcomed · the decision of the council")),
                Arguments.of(
                        "description within marks",
                        "Helen Varley described the closure as “a painful necessity”.",
                        List.of("MIXED · Helen Varley · described · the closure as / “a painful necessity”")),
                Arguments.of(
                        "request",
                        "Harbour Trust urged the council to reopen the bridge.",
                        List.of("INDIRECT · Harbour Trust · urged · reopen the bridge")),
                Arguments.of(
                        "vow",
                        "Helen Varley vowed to reopen the bridge.",
                        List.of("INDIRECT · Helen Varley · vowed · reopen the bridge")),
                Arguments.of(
                        "subject behind the clause",
                        "The bridge will reopen in June, the mayor, Paul Esterly, said.",
                        List.of("INDIRECT · Paul Esterly · said · The bridge will reopen in June")),
                Arguments.of(
                        "cue within the clause",
                        "The bridge, Helen Varley said, will reopen in June.",
                        List.of("INDIRECT · Helen Varley · said · The bridge / will reopen in June")),
                Arguments.of(
                        "according to, in front",
                        "According to Helen Varley, the bridge is safe.",
                        List.of("INDIRECT · Helen Varley · According to · the bridge is safe")),
                Arguments.of(
                        "according to, behind",
                        "The bridge is safe, according to Helen Varley.",
                        List.of("INDIRECT · Helen Varley · according to · The bridge is safe")),
                Arguments.of(
                        "for",
                        "For Helen Varley, the bridge is “a labour of love”.",
                        List.of("MIXED · Helen Varley · For · the bridge is / “a labour of love”")),
                Arguments.of(
                        "organisation and pronoun",
                        "Harbour Trust said the bridge was safe. It added that the toll would stay.",
                        List.of(
                                "INDIRECT · Harbour Trust · said · the bridge was safe",
                                "INDIRECT · Harbour Trust · added · the toll would stay")),
                Arguments.of(
                        "participle",
                        "Helen Varley met the residents, promising that the bridge would reopen in June.",
                        List.of("INDIRECT · Helen Varley · promising · the bridge would reopen in June")));
    }

    static Stream<Arguments> frenchThatIsNoQuote() {
        return Stream.of(
                Arguments.of("scare quotes", "Le « pont du diable » sera repeint en juin par la commune."),
                Arguments.of("title", "Le film « Le Pont » sera projeté samedi au théâtre."),
                Arguments.of("denial", "Hélène Varenne n'a pas confirmé que le pont serait rouvert."),
                Arguments.of("document", "Le rapport indique que le pont est fragile."),
                Arguments.of("schedule", "Le pont rouvrira en juin, selon le calendrier des travaux."),
                Arguments.of("goal", "Le projet vise à rouvrir le pont avant l'été."),
                Arguments.of("impersonal", "Il convient de rappeler que le pont date de 1912."),
                Arguments.of("noun", "L'annonce de la fermeture a surpris les riverains."));
    }

    static Stream<Arguments> englishThatIsNoQuote() {
        return Stream.of(
                Arguments.of("scare quotes", "The so-called “devil's bridge” will be painted in June."),
                Arguments.of("title", "The film “The Bridge” is on at the theatre on Saturday."),
                Arguments.of("denial", "Helen Varley did not say that the bridge would reopen."),
                Arguments.of("noun", "An appeal for funds to repair the bridge has drawn little."),
                Arguments.of("nickname", "They cross what they call the “drowned bridge”, a wall of stone."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("french")
    void findsInFrench(String construction, String text, List<String> quotes) {
        assertThat(quotes("fr", FRENCH + text)).as(construction).isEqualTo(quotes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("english")
    void findsInEnglish(String construction, String text, List<String> quotes) {
        assertThat(quotes("en", ENGLISH + text)).as(construction).isEqualTo(quotes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frenchThatIsNoQuote")
    void leavesInFrench(String construction, String text) {
        assertThat(quotes("fr", FRENCH + text)).as(construction).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("englishThatIsNoQuote")
    void leavesInEnglish(String construction, String text) {
        assertThat(quotes("en", ENGLISH + text)).as(construction).isEmpty();
    }

    private static List<String> quotes(String language, String text) {
        Dossier dossier = new Extractor()
                .annotate(
                        new Dossier.ArticlePart("test", null, language, null, null, null, null, null, null),
                        SourceText.of(text));
        return Objects.requireNonNull(dossier.quotes()).stream()
                .map(quote -> written(quote, Objects.requireNonNull(dossier.agents())))
                .toList();
    }

    private static String written(Dossier.QuotePart quote, List<Dossier.AgentPart> agents) {
        Dossier.Pin cue = quote.cue();
        return "%s · %s · %s · %s"
                .formatted(
                        quote.form(),
                        name(quote.speaker(), agents),
                        cue == null ? "-" : cue.exact(),
                        Objects.requireNonNull(quote.segments()).stream()
                                .map(segment -> Boolean.TRUE.equals(segment.verbatim())
                                        ? "“" + segment.exact() + "”"
                                        : segment.exact())
                                .collect(Collectors.joining(" / ")));
    }

    private static @Nullable String name(@Nullable String id, List<Dossier.AgentPart> agents) {
        return id == null
                ? "?"
                : agents.stream()
                        .filter(agent -> id.equals(agent.id()))
                        .map(Dossier.AgentPart::name)
                        .findFirst()
                        .orElseThrow();
    }
}
