package org.verbatim.review;

/** What a stranger can try out. */
final class Examples {

    static final String QUOTE_TEXT =
            "Le port de Dakhla attend ses premiers navires\n\n« Nous ouvrirons le port au mois de mars », a déclaré Anne"
                    + " Roy, ministre des Transports.\n";

    static final String QUOTE_BODY = """
            {
              "text": "Le port de Dakhla attend ses premiers navires\\n\\n« Nous ouvrirons le port au mois de mars », a déclaré Anne Roy, ministre des Transports.\\n",
              "headline": "Le port de Dakhla attend ses premiers navires",
              "publisher": "Le Quotidien du Port",
              "url": "https://quotidien.example/port",
              "datePublished": "2026-11-20",
              "inLanguage": "fr"
            }""";

    static final String FUNDING_BODY = """
            {
              "text": "The World Bank will lend Morocco $120 million for its ports, the bank said on Tuesday.\\n",
              "headline": "Ports to be rebuilt"
            }""";

    static final String DOSSIER_BODY = """
            {
              "text": "Anne Roy, ministre des Transports, a promis un port « ouvert à tous ».\\n",
              "article": {
                "inLanguage": "fr",
                "headlineAsSupplied": "Un port pour tous"
              },
              "agents": [
                {
                  "id": "anne-roy",
                  "type": "Person",
                  "name": "Anne Roy",
                  "roles": [{"title": "ministre des Transports"}]
                }
              ],
              "quotes": [
                {
                  "form": "MIXED",
                  "speaker": "anne-roy",
                  "segments": [
                    {"exact": "un port", "verbatim": false},
                    {"exact": "ouvert à tous", "verbatim": true}
                  ],
                  "cue": {"exact": "a promis"},
                  "speakerMention": {"exact": "Anne Roy, ministre des Transports"},
                  "attribution": "EXPLICIT"
                }
              ],
              "fundingFacts": [],
              "meetings": []
            }""";

    private Examples() {}
}
