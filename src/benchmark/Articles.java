import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;

/**
 * Makes articles with their dossiers, as many as are asked for: {@code java Articles.java COUNT FOLDER} fills
 * {@code FOLDER/seeds} with {@code ID.txt} and {@code ID.json}, and {@code FOLDER/requests} with what to ask, a request
 * target a line, a file for each kind of question.
 *
 * <p>Three in four are French, the others English; each has 2,500 to 6,000 characters and about ten records. Some
 * thousand people and organisations are shared by all of them, a few being in very many articles and most in few, as
 * words are: the n-th most frequent one is used about 1/n as often as the first one (Zipf). Nobody and nothing in them is
 * real. The seed is fixed and each article has its own, so that article 17 is the same one however many there are.
 */
final class Articles {

    private static final int PEOPLE = 6000;
    private static final int ORGANIZATIONS = 2500;
    private static final int PLACES = 1500;
    private static final int WORDS = 30_000;
    /** So many requests of each kind. */
    private static final int REQUESTS = 2000;
    /** So many records are on a full page. */
    private static final int PAGE = 20;

    private static final String[] FIRST_NAMES =
            ("Camille Claude Dominique Alix Andréa Maxime Sacha Charlie Morgan Robin Noor Amal Farah Ilyes Nadia Karim"
                            + " Élise Hugo Inès Jules Léa Malik Maud Nils Océane Paul Rose Samir Thaïs Yann Zoé Alice Ben"
                            + " Clara David Emma Frank Grace Henry Iris James Kate Liam Mary Nora Oscar Peter Ruth Sam"
                            + " Tess Victor Wendy")
                    .split(" ");
    private static final String[] TITLES = "maire directrice présidente porte-parole secrétaire ministre".split(" ");
    private static final String[] ENGLISH_TITLES =
            "mayor director president spokesperson secretary minister".split(" ");
    private static final String[] MONTHS =
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
    private static final String[] ENGLISH_MONTHS =
            ("January February March April May June July August September October November December").split(" ");

    private final Random shared = new Random(20261126);
    private final List<String> lastNames = made(PEOPLE / 2, "Bel Mar Tour Val Chan Dur Fer Gar Hal Jon Ker Lam Mon"
            + " Nor Ol Per Quen Rou Sal Tre Ur Vil Wes Yar", "a e i o ou in an er", "court din gny lard mont nier"
            + " quet rand set teau val wood ton ley field ner bault");
    private final List<String> places = made(PLACES, "Saint- Mont Ville Pont Roche Beau Clair Font Haut Bourg Neuf"
            + " Ash Brad Car Dor Elm Far Hart Lang", "a e i o u y ou", "bourg ville mont fort champ rive ford ham"
            + " bury stead ac ieux igny");
    private final Language french = new Language(
            made(
                    WORDS,
                    "re dé inter pré sur co contre sous trans auto multi  ",
                    "march port lign mur champ terr form just nat cult act prod struct tens vis mouv grav fact dict"
                            + " leg loc mont nav ord part plan popul quart reg rur sanit scol soc spec stat tax tech"
                            + " trav urb vent agr alim anim arch assur banc budg climat coll comm cons contr crédit"
                            + " débat dipl écol écon élect énerg env étab éval fin fisc fond front gest group hab hosp"
                            + " hydr imm ind inf inst inv jur lab log maint méd mém min mobil mod monn mus négoc norm"
                            + " nutr obs orient parl patr péd pers phys polit",
                    "ation ement eur ité ence age iste ure ique able ière ance ade aison isme al aire if"),
            new String[] {
                "Le %s de %p a été revu après plusieurs mois de %s et de %s.",
                "Selon les habitants, la %s devrait peser sur le %s des communes voisines.",
                "Dans les rues de %p, le %s reste le premier sujet, loin devant la %s et le %s.",
                "Depuis %y, la %s a changé de visage : moins de %s, davantage de %s.",
                "Les chiffres publiés par le %s montrent que %n foyers dépendent encore de la %s.",
                "À %p, on se souvient du %s de %y, quand la %s avait fermé et que le %s manquait.",
                "Rien ne permet de dire si le %s sera prolongé ; la %s n’a pas répondu à nos questions.",
                "Le projet prévoit une %s, un %s et %n places pour la %s de demain."
            },
            new String[] {
                "nous devons repenser la %s avant que le %s ne devienne la règle",
                "la %s de %p montre que le %s et la %s vont ensemble",
                "personne ne peut ignorer le %s de %n familles qui vivent de la %s",
                "notre %s ne se fera pas sans la %s ni contre le %s",
                "il faut donner au %s les moyens d’une vraie %s, surtout à %p",
                "chaque %s que nous ouvrons est une %s de moins pour les enfants de %p"
            });
    private final Language english = new Language(
            made(
                    WORDS,
                    "re de inter pre over co counter under trans auto multi  ",
                    "mark port lin wall field land form just nat cult act prod struct tens vis mov grav fact leg loc"
                            + " mount nav ord part plan popul quart reg rur sanit school soc spec stat tax tech trav"
                            + " urb vent agr alim anim arch assur bank budg clim coll comm cons contr cred debat dipl"
                            + " ecol econ elect energ env establ eval fin fisc fund front gest group hab hosp hydr imm"
                            + " ind inf inst inv jur lab log maint med mem min mobil mod mon mus neg norm nutr obs"
                            + " orient parl patr ped pers phys polit",
                    "ation ment er ity ence age ist ure ic able ance ing ism al ary ive ness ship"),
            new String[] {
                "The %s of %p was reviewed after months of %s and %s.",
                "Residents say that the %s is likely to weigh on the %s of the villages nearby.",
                "In the streets of %p the %s is what people talk about, far ahead of the %s or the %s.",
                "Since %y the %s has changed: there is less %s, and more %s.",
                "Figures from the %s show that %n households still depend on the %s.",
                "In %p they remember the %s of %y, when the %s closed and the %s ran out.",
                "Nothing suggests that the %s will be extended; the %s did not answer our questions.",
                "The plan has a %s, a %s and %n places for the %s of tomorrow."
            },
            new String[] {
                "we have to rethink the %s before the %s becomes the rule",
                "the %s of %p shows that %s and %s go together",
                "nobody can ignore the %s of %n families who live by the %s",
                "our %s will not happen without the %s, nor against the %s",
                "the %s needs the means for a real %s, above all in %p",
                "each %s that we open is one %s less for the children of %p"
            });
    private final List<Agent> people = IntStream.range(0, PEOPLE).mapToObj(this::person).toList();
    private final List<Agent> organizations =
            IntStream.range(0, ORGANIZATIONS).mapToObj(this::organization).toList();

    /** Words from the most frequent to the rarest, and sentences; in those, %s is a word, %p a place, %n a number, %y a year. */
    private record Language(List<String> words, String[] prose, String[] speech) {}

    private record Agent(
            String id, boolean isPerson, String name, String shortName, String title, String englishTitle, String place) {}

    /** Characters of the article, in code points, the end exclusive. */
    private record Pin(String exact, int start, int end) {}

    private record Article(
            String id, String text, String dossier, List<String> quotes, List<String> spoken, List<String> speakers, List<String> meetings,
            List<String> guests) {}

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        Articles articles = new Articles();
        Map<String, Integer> spoke = new ConcurrentSkipListMap<>();
        Map<String, Integer> met = new ConcurrentSkipListMap<>();
        IntStream.range(0, count).parallel().forEach(number -> {
            Article article = articles.article(number, true);
            article.speakers().forEach(speaker -> spoke.merge(speaker, 1, Integer::sum));
            article.guests().forEach(guest -> met.merge(guest, 1, Integer::sum));
            try {
                Files.writeString(seeds.resolve(article.id() + ".txt"), article.text());
                Files.writeString(seeds.resolve(article.id() + ".json"), article.dossier());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Path requests = Files.createDirectories(folder.resolve("requests"));
        Map<String, Set<String>> all = articles.requests(count);
        all.put("page-of-speaker", pages("/v1/quotes?limit=%d&speaker=%s", spoke));
        all.put("page-of-attendee", pages("/v1/meetings?limit=%d&attendee=%s", met));
        for (Map.Entry<String, Set<String>> kind : all.entrySet()) {
            Files.write(requests.resolve(kind.getKey()), kind.getValue());
        }
    }

    /** Full pages, of 11 to 20 records, of those who have so many. */
    private static Set<String> pages(String target, Map<String, Integer> records) {
        List<String> often = records.entrySet().stream()
                .filter(agent -> agent.getValue() >= PAGE && !agent.getKey().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        Random random = new Random(7);
        Set<String> pages = new LinkedHashSet<>();
        // Of few articles there are few such people, and fewer requests.
        for (int i = 0; i < 2 * REQUESTS && pages.size() < REQUESTS && !often.isEmpty(); i++) {
            pages.add(target.formatted(PAGE - random.nextInt(PAGE / 2), often.get(random.nextInt(often.size()))));
        }
        return pages;
    }

    /** By kind; each target once, so that nobody can answer it from a cache. */
    private Map<String, Set<String>> requests(int count) {
        Map<String, Set<String>> requests = new LinkedHashMap<>();
        Random random = new Random(7);
        // Of few articles, several requests each; there can be fewer in the end.
        for (int i = 0; i < 2 * REQUESTS; i++) {
            Article article = article(random.nextInt(count), false);
            int q = random.nextInt(article.quotes().size());
            String quote = article.quotes().get(q);
            String spoken = article.spoken().get(q);
            String speaker = article.speakers().get(q);
            String[] words = spoken.split("[^\\p{L}’-]+");
            String word = words[random.nextInt(words.length)];
            String longest = List.of(words).stream().reduce("", (a, b) -> a.length() >= b.length() ? a : b);
            Agent person = pick(people, random);
            add(requests, "quote", "/v1/quotes/" + quote);
            add(requests, "article", "/v1/articles/" + article.id());
            if (!speaker.isEmpty()) {
                add(requests, "agent", "/v1/agents/" + speaker);
            }
            // A page of them is nearly empty where there are few articles, and full where there are many; what begins with
            // “one-of” and “page-of” is as large in either case.
            add(requests, "by-speaker", "/v1/quotes?speaker=" + person.id());
            if (!speaker.isEmpty()) {
                add(requests, "one-of-speaker", "/v1/quotes?limit=1&speaker=" + speaker);
            }
            add(requests, "by-article", "/v1/quotes?article=" + article.id());
            add(
                    requests,
                    "by-amount",
                    "/v1/funding-facts?minAmount=%d&kind=%s"
                            .formatted(1000 * random.nextInt(90_000), random.nextBoolean() ? "PLEDGE" : "COMMITMENT"));
            add(requests, "by-attendee", "/v1/meetings?status=HELD&attendee=" + pick(people, random).id());
            if (!article.guests().isEmpty()) {
                add(requests, "one-of-attendee", "/v1/meetings?limit=1&attendee=" + article.guests().get(0));
            }
            add(
                    requests,
                    "deep-page",
                    "/v1/quotes?cursor="
                            + Base64.getUrlEncoder().withoutPadding().encodeToString(quote.getBytes(StandardCharsets.UTF_8)));
            add(requests, "first-page", "/v1/quotes?limit=20&article=" + article.id());
            add(requests, "search", "/v1/search?q=" + encoded(longest + " " + word));
            String claim = i % 2 == 0 ? spoken : spoken.replace(longest, pick(french.words(), random));
            add(
                    requests,
                    "verification",
                    "/v1/quote-verifications?text=%s%s"
                            .formatted(encoded(claim), i % 3 == 0 || speaker.isEmpty() ? "" : "&speaker=" + speaker));
        }
        return requests;
    }

    private static void add(Map<String, Set<String>> requests, String kind, String target) {
        Set<String> targets = requests.computeIfAbsent(kind, some -> new LinkedHashSet<>());
        if (targets.size() < REQUESTS) {
            targets.add(target);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String id(int number) {
        return sha256("article " + number).substring(0, 16);
    }

    /** @param linked whether it may say that the article before it reports the same meeting */
    private Article article(int number, boolean linked) {
        return new Writer(number, linked).write();
    }

    /** Writes one article, and down what is in it. */
    private final class Writer {
        private final int number;
        private final boolean linked;
        private final Random random;
        private final boolean isFrench;
        private final Language language;
        private final StringBuilder text = new StringBuilder();
        private int codePoints;
        private final Map<String, Agent> named = new LinkedHashMap<>();
        private final List<String> quotes = new ArrayList<>();
        private final List<String> fundingFacts = new ArrayList<>();
        private final List<String> meetings = new ArrayList<>();
        private final List<String> quoteIds = new ArrayList<>();
        private final List<String> meetingIds = new ArrayList<>();
        private final List<String> spoken = new ArrayList<>();
        private final List<String> speakers = new ArrayList<>();
        private final List<String> guests = new ArrayList<>();
        private final int year;
        private final int month;

        Writer(int number, boolean linked) {
            this.number = number;
            this.linked = linked;
            this.random = new Random(number * 1_000_003L + 17);
            this.isFrench = number % 4 != 0;
            this.language = isFrench ? french : english;
            this.year = 2015 + random.nextInt(11);
            this.month = random.nextInt(12);
        }

        Article write() {
            String place = pick(places, random);
            List<Agent> cast = new ArrayList<>();
            for (int i = 2 + random.nextInt(3); i > 0; i--) {
                cast.add(pick(people, random));
            }
            List<Agent> bodies = new ArrayList<>();
            for (int i = 2 + random.nextInt(2); i > 0; i--) {
                bodies.add(pick(organizations, random));
            }
            Pin headline = add("%s : %s".formatted(place, sentence(language.speech())));
            add("\n\n");
            add(isFrench ? "Par " : "By ");
            Pin author = add(FIRST_NAMES[random.nextInt(FIRST_NAMES.length)] + " " + pick(lastNames, random));
            add("\n");
            int day = 1 + random.nextInt(28);
            Pin published = add(date(day));
            add("\n\n");
            List<Integer> order = new ArrayList<>(List.of(0, 0, 0, 0, 0, 0, 1, 1, 2, 2));
            for (int i = random.nextInt(3); i > 0; i--) {
                order.add(random.nextInt(3));
            }
            Collections.shuffle(order, random);
            for (int kind : order) {
                for (int i = 1 + random.nextInt(3); i > 0; i--) {
                    add(sentence(language.prose()) + " ");
                }
                switch (kind) {
                    case 0 -> quote(pick(cast, random));
                    case 1 -> fundingFact(bodies.get(0), bodies.get(1));
                    default -> meeting(cast.get(0), cast.get(cast.size() - 1));
                }
                add("\n\n");
            }
            add(sentence(language.prose()) + "\n");
            String id = id(number);
            String article = text.toString();
            String dossier = object(
                    "article",
                    object(
                            "id", string(id),
                            "sha256", string(sha256(article)),
                            "inLanguage", string(isFrench ? "fr" : "en"),
                            "headline", pin(headline),
                            "publisher", string(isFrench ? "Le Courrier inventé" : "The Made-up Courier"),
                            "authors", array(List.of(pin(author))),
                            "datePublished", string("%d-%02d-%02d".formatted(year, month + 1, day)),
                            "datePublishedAsStated", pin(published),
                            "url", string("https://courier.example/" + id)),
                    "agents", array(named.values().stream().map(this::agent).toList()),
                    "quotes", array(quotes),
                    "fundingFacts", array(fundingFacts),
                    "meetings", array(meetings));
            return new Article(id, article, dossier, quoteIds, spoken, speakers, meetingIds, guests);
        }

        private Pin add(String added) {
            int start = codePoints;
            text.append(added);
            codePoints += added.codePointCount(0, added.length());
            return new Pin(added, start, codePoints);
        }

        private String sentence(String[] patterns) {
            String pattern = patterns[random.nextInt(patterns.length)];
            StringBuilder sentence = new StringBuilder();
            for (int i = 0; i < pattern.length(); i++) {
                char c = pattern.charAt(i);
                if (c != '%') {
                    sentence.append(c);
                    continue;
                }
                switch (pattern.charAt(++i)) {
                    case 's' -> {
                        sentence.append(pick(language.words(), random));
                        if (random.nextInt(3) == 0) {
                            sentence.append(' ').append(pick(language.words(), random));
                        }
                    }
                    case 'p' -> sentence.append(pick(places, random));
                    case 'n' -> sentence.append(10 + random.nextInt(9990));
                    default -> sentence.append(1990 + random.nextInt(36));
                }
            }
            return sentence.toString();
        }

        private String date(int day) {
            return "%d %s %d".formatted(day, (isFrench ? MONTHS : ENGLISH_MONTHS)[month], year);
        }

        private Pin name(Agent agent, boolean isShort) {
            named.put(agent.id(), agent);
            return add(isShort ? agent.shortName() : agent.name());
        }

        /** Two clauses or three, as one sentence or two. */
        private String speech() {
            String speech = capital(sentence(language.speech()));
            return random.nextBoolean()
                    ? speech + (isFrench ? ", et " : ", and ") + sentence(language.speech())
                    : speech + ". " + capital(sentence(language.speech()));
        }

        private void quote(Agent speaker) {
            List<String> segments = new ArrayList<>();
            String open = isFrench ? "« " : "“";
            String close = isFrench ? " »" : "”";
            String form = "DIRECT";
            Pin first;
            Pin cue;
            Pin mention;
            switch (random.nextInt(5)) {
                case 0, 1 -> { // “A”, said X.
                    add(open);
                    first = add(speech());
                    add(close + ", ");
                    cue = add(isFrench ? "a déclaré" : "said");
                    add(" ");
                    mention = name(speaker, true);
                    add(".");
                    segments.add(segment(first, true));
                }
                case 2 -> { // “A”, said X. “B.”
                    add(open);
                    first = add(capital(sentence(language.speech())));
                    add(close + ", ");
                    cue = add(isFrench ? "a souligné" : "added");
                    add(" ");
                    mention = name(speaker, false);
                    add(". " + open);
                    segments.add(segment(first, true));
                    segments.add(segment(add(speech() + "."), true));
                    add(close);
                }
                case 3 -> { // X said that A.
                    mention = name(speaker, false);
                    add(" ");
                    cue = add(isFrench ? "a affirmé" : "said");
                    add(isFrench ? " que " : " that ");
                    first = add(sentence(language.speech()));
                    add(".");
                    segments.add(segment(first, false));
                    form = "INDIRECT";
                }
                default -> { // X thinks that A and “B”.
                    mention = name(speaker, true);
                    add(" ");
                    cue = add(isFrench ? "estime" : "argued");
                    add(isFrench ? " que " : " that ");
                    first = add(sentence(language.speech()) + (isFrench ? " et que" : " and that"));
                    add(" " + open);
                    segments.add(segment(first, false));
                    segments.add(segment(add(sentence(language.speech())), true));
                    add(close + ".");
                    form = "MIXED";
                }
            }
            boolean unknown = random.nextInt(25) == 0;
            quotes.add(object(
                    "form", string(form),
                    "speaker", unknown ? "null" : string(speaker.id()),
                    "segments", array(segments),
                    "cue", pin(cue),
                    "speakerMention", unknown ? "null" : pin(mention),
                    "attribution", string(unknown ? "UNKNOWN" : "EXPLICIT")));
            quoteIds.add("%s.q%d".formatted(id(number), first.start()));
            spoken.add(first.exact());
            speakers.add(unknown ? "" : speaker.id());
        }

        private void fundingFact(Agent provider, Agent receiver) {
            String[] kinds = {"PLEDGE", "COMMITMENT", "DISBURSEMENT", "CONTRIBUTION", "LOAN"};
            String[] verbs = isFrench
                    ? new String[] {"a promis", "s’est engagée à verser", "a versé", "a donné", "prête"}
                    : new String[] {"promised", "signed for", "paid out", "gave", "lends"};
            int kind = random.nextInt(kinds.length);
            int tenths = 11 + random.nextInt(900);
            String fund = (isFrench ? "Fonds " : "Fund for ") + capital(pick(language.words(), random));
            int begin = text.length();
            int start = codePoints;
            name(provider, false);
            add(" " + verbs[kind] + " ");
            Pin sum = add(isFrench
                    ? "%d,%d millions d’euros".formatted(tenths / 10, tenths % 10)
                    : "$%d.%d million".formatted(tenths / 10, tenths % 10));
            add(isFrench ? " à " : " to ");
            name(receiver, false);
            add((isFrench ? " par le " : " through the ") + fund);
            String evidence = pin(new Pin(text.substring(begin), start, codePoints));
            add(".");
            fundingFacts.add(object(
                    "kind", string(kinds[kind]),
                    "fund", string(fund),
                    "provider", string(provider.id()),
                    "receiver", string(receiver.id()),
                    "amount",
                            object(
                                    "status", string("STATED"),
                                    "value", Integer.toString(tenths * 100_000),
                                    "currency", string(isFrench ? "EUR" : "USD"),
                                    "currencyStatus", string(isFrench ? "STATED" : "INFERRED"),
                                    "asStated", pin(sum)),
                    "date", "null",
                    "evidence", array(List.of(evidence))));
        }

        private void meeting(Agent host, Agent guest) {
            int begin = text.length();
            int start = codePoints;
            int day = 1 + random.nextInt(28);
            Pin first = name(host, false);
            add(isFrench ? " a rencontré " : " met ");
            Pin second = name(guest, false);
            add(isFrench ? " à " : " in ");
            Pin place = add(pick(places, random));
            add(isFrench ? " le " : " on ");
            Pin date = add(date(day));
            add(isFrench ? " pour parler de la " : " to talk about the ");
            Pin topic = add(pick(language.words(), random) + " " + pick(language.words(), random));
            String evidence = pin(new Pin(text.substring(begin), start, codePoints));
            add(".");
            // Drawn in any case, so that an article is the same whether or not it is linked.
            boolean isLink = random.nextInt(20) == 0 && linked && meetings.isEmpty() && number > 0;
            List<String> others = isLink ? article(number - 1, false).meetings().subList(0, 1) : List.of();
            meetings.add(object(
                    "kind", string("BILATERAL"),
                    "status", string(random.nextInt(5) == 0 ? "PLANNED" : "HELD"),
                    "attendees",
                            array(List.of(
                                    object("agent", string(host.id()), "asNamed", pin(first)),
                                    object("agent", string(guest.id()), "asNamed", pin(second)))),
                    "place",
                            object("name", string(place.exact()), "country", string(isFrench ? "FR" : "GB"), "evidence", pin(place)),
                    "date",
                            object(
                                    "value", string("%d-%02d-%02d".formatted(year, month + 1, day)),
                                    "precision", string("DAY"),
                                    "asStated", pin(date)),
                    "topics", array(List.of(pin(topic))),
                    "evidence", array(List.of(evidence)),
                    "alsoReportedIn", array(others.stream().map(Articles::string).toList())));
            guests.add(guest.id());
            meetingIds.add("%s.m%d".formatted(id(number), start));
        }

        private String agent(Agent agent) {
            String title = isFrench ? agent.title() + " de " : agent.englishTitle() + " of ";
            return object(
                    "id", string(agent.id()),
                    "type", string(agent.isPerson() ? "Person" : "Organization"),
                    "name", string(agent.name()),
                    "otherNames", array(List.of(string(agent.shortName()))),
                    "roles",
                            array(
                                    agent.isPerson()
                                            ? List.of(object("title", string(title + agent.place())))
                                            : List.of()));
        }
    }

    private Agent person(int number) {
        String last = lastNames.get(number % lastNames.size());
        String first = FIRST_NAMES[(number + number / lastNames.size()) % FIRST_NAMES.length];
        int title = number % TITLES.length;
        return new Agent(
                slug(first + " " + last),
                true,
                first + " " + last,
                (number % 2 == 0 ? "Mme " : "M. ") + last,
                TITLES[title],
                ENGLISH_TITLES[title],
                places.get(number % places.size()));
    }

    private Agent organization(int number) {
        String[] kinds = {"Agence", "Fondation", "Université", "Chambre", "Caisse"};
        String kind = kinds[number % kinds.length];
        String place = places.get((number * 7) % places.size());
        String word = french.words().get(number);
        return new Agent(
                slug("%s %s %s".formatted(kind, word, place)),
                false,
                "%s %s de %s".formatted(kind, capital(word), place),
                capital(word),
                "",
                "",
                place);
    }

    /** Different words of a beginning, a middle and an end. */
    private List<String> made(int count, String beginnings, String middles, String ends) {
        String[] first = beginnings.split(" ", -1);
        String[] second = middles.split(" ");
        String[] third = ends.split(" ");
        Set<String> words = new LinkedHashSet<>();
        boolean tries = count < first.length * second.length * third.length * 3 / 4;
        while (words.size() < count) {
            String word = first[shared.nextInt(first.length)] + second[shared.nextInt(second.length)];
            if (!tries || words.size() % 3 == 0) {
                word += second[shared.nextInt(second.length)];
            }
            words.add(word + third[shared.nextInt(third.length)]);
        }
        return new ArrayList<>(words);
    }

    /** The n-th with a likelihood of about 1/n. */
    private static <T> T pick(List<T> some, Random random) {
        return some.get((int) Math.pow(some.size() + 1, random.nextDouble()) - 1);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String slug(String name) {
        String slug = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        return slug.substring(0, Math.min(64, slug.length()));
    }

    private static String segment(Pin pin, boolean verbatim) {
        String object = pin(pin);
        return object.substring(0, object.length() - 1) + ",\"verbatim\":" + verbatim + "}";
    }

    private static String pin(Pin pin) {
        return object(
                "exact", string(pin.exact()), "start", Integer.toString(pin.start()), "end", Integer.toString(pin.end()));
    }

    /** Keys and values in turns; values are JSON already. */
    private static String object(String... entries) {
        StringBuilder object = new StringBuilder("{");
        for (int i = 0; i < entries.length; i += 2) {
            object.append(i == 0 ? "" : ",").append(string(entries[i])).append(':').append(entries[i + 1]);
        }
        return object.append('}').toString();
    }

    private static String array(List<String> items) {
        return "[" + String.join(",", items) + "]";
    }

    private static String string(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
