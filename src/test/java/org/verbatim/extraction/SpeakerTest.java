package org.verbatim.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verbatim.dossier.Dossier;
import org.verbatim.text.SourceText;

/** Who speaks where the words beside a quote name nobody; the speakers of a text, in its order, ? for nobody named. */
class SpeakerTest {

    private static final String FRENCH = "Le conseil communal a tenu sa séance d'automne\n\n";
    private static final String ENGLISH = "The parish council held its autumn session\n\n";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a broader noun | Le chercheur Paul Vasseur est là. Marie Tellier l'écoutait. « Les sols s'épuisent », dit le scientifique. | Paul Vasseur
        a title of address | Mgr Alain Corvol a célébré la messe. « La paix se construit », a déclaré le prélat. | Alain Corvol
        a rank | Le colonel Hamidou Sanogo a reçu la presse. « La ville est sûre », assure le militaire. | Hamidou Sanogo
        gender and breadth | La députée Claire Besnard et le maire Jean Royer se sont vus. « Non », a prévenu l'édile. « Si », a rétorqué la parlementaire. | Jean Royer; Claire Besnard
        somebody whose role was not told | Ana Ruiz est arrivée lundi. « Le bateau est prêt », dit la navigatrice. | Ana Ruiz
        subject before object | Lucie Garnier, présidente de la Ligue, a rencontré la ministre Anne Roux. Elle a estimé que la réforme allait dans le bon sens. | Lucie Garnier
        the same subject | Odile Brun est venue. Hier, elle a vu Anne Roux. Elle a estimé que la réforme allait dans le bon sens. | Odile Brun
        an institution and its gender | La Banque mondiale a publié son rapport. Elle estime que la dette va croître. | Banque mondiale
        age | À 43 ans, Karim Belaïd ouvre sa boulangerie. « Je voulais du pain », sourit le quadragénaire. | Karim Belaïd
        the first and the second | Paul Vasseur et Marie Tellier ont dîné. « J'ai payé », dit le premier. « J'ai choisi », répond la seconde. | Paul Vasseur; Marie Tellier
        nobody named | Un boulanger jure que le four a explosé. Une passante assure qu'elle n'a rien vu. | ?; ?
        an agency by its sort | L'Organisation des Ports (ODP) s'inquiète. L'agence onusienne affirme que les vivres manquent. | Organisation des Ports
        a nationality | La Suissesse Lena Graf a battu la Belge Inès Claes. « Quelle course ! », s'est exclamée la Belge. | Inès Claes
        the last named | Le directeur de l'hôpital reçoit le maire de Brive, Jean Royer. « Nous manquons de lits », reconnaît ce dernier. | Jean Royer
        the title of the one who receives | La représentante du port a été reçue par le maire, Jean Royer. « Nous manquons de lits », reconnaît l'élu. | Jean Royer
        a title that is another's | Le ministre des Ports, Paul Vasseur, a reçu une mission conduite par le général Issa Diop. Le général a indiqué que la route était sûre. | Issa Diop
        a team is nobody | Luc Fabre, capitaine des Lions de Saint-Flour, a été reçu en mairie. « Le stade tombe en ruine », raconte le défenseur. | Luc Fabre
        dialogue | — Vous êtes en retard, dit Paul Vasseur.\\n\\n— Le train n'a pas attendu, répond Marie Tellier.\\n\\n— Il n'attend jamais, soupire-t-il. | Paul Vasseur; Marie Tellier; Paul Vasseur
        rejects a claim | Jean Royer a rejeté l'idée que la ville soit endettée. | Jean Royer
        """)
    void inFrench(String why, String text, String speakers) {
        assertThat(speakers("fr", FRENCH + text.replace("\\n", "\n"))).as(why).isEqualTo(List.of(speakers.split("; ")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a broader noun | Professor Anna Holt studies ice. She met Ruth Reed in May. “The ice is thinner,” the scientist said. | Anna Holt
        the place of an office | Mayor Anna Holt of Northmoor met Mayor Tom Reed of Southgate. “We will,” the Northmoor mayor said. “We will not,” the Southgate mayor replied. | Anna Holt; Tom Reed
        he is a person | Tom Reed works with the Boyne Array. The Lisbon Space Office called. He said the dish was old. | Tom Reed
        the subject goes on | Anna Holt, who runs the shelter, was visited by Maria Lopez on Friday. She said the roof leaked. | Anna Holt
        the same pronoun | Anna Holt went to Bonn. There she was received by Maria Lopez. “I ate a lot of cake,” she said. | Anna Holt
        a title of address | Dr Ruth Amadi runs the ward. “We are full,” the physician said. | Ruth Amadi
        a knight by his given name | Sir Alan Frost owns the pier. Sir Alan said it would be sold. | Alan Frost
        a councillor | Cllr Marcus Thorne, cabinet member for leisure, was there. He conceded that the timetable was tight. | Marcus Thorne
        a pensioner | Joe Marsh came first. “He carried me,” said Ellen Ward. The pensioner said she owed him everything. | Ellen Ward; Ellen Ward
        it, of a described organisation | Greenfield Water met Southgate College. The utility will mend the pipe, it said in a statement. | Greenfield Water
        rejects a claim | Tom Reed rejected the charge that money had gone missing. | Tom Reed
        """)
    void inEnglish(String why, String text, String speakers) {
        assertThat(speakers("en", ENGLISH + text)).as(why).isEqualTo(List.of(speakers.split("; ")));
    }

    @Test
    void aHeadlineIsSaidByWhomTheTextQuotes() {
        String text =
                "« On ne joue pas devant des chiffres » : le festival doute\n\nLe théâtre est plein. « On ne joue pas"
                        + " devant des chiffres, soupire Astrid Morvan. Mais ils éteignent la lumière. »";
        assertThat(speakers("fr", text)).isEqualTo(List.of("Astrid Morvan", "Astrid Morvan"));
    }

    @Test
    void listsOnlyWhomRecordsNeed() {
        Dossier dossier = dossier(
                "fr",
                FRENCH + "Ministre des Affaires étrangères, de la Coopération et des Ports, Paul Vasseur est venu à la"
                        + " Coupe d'Afrique du Vivre Ensemble avec Marie Tellier. « Quel match ! », s'est exclamé Luc Fabre,"
                        + " directeur de l'Institut des Sports.");
        assertThat(dossier.agents())
                .extracting(Dossier.AgentPart::name)
                .containsExactlyInAnyOrder("Luc Fabre", "Institut des Sports");
    }

    private static List<String> speakers(String language, String text) {
        Dossier dossier = dossier(language, text);
        List<String> names = new ArrayList<>();
        for (Dossier.QuotePart quote : Objects.requireNonNull(dossier.quotes())) {
            String name = "?";
            for (Dossier.AgentPart agent : Objects.requireNonNull(dossier.agents())) {
                name = Objects.equals(agent.id(), quote.speaker()) ? Objects.requireNonNull(agent.name()) : name;
            }
            names.add(name);
        }
        return names;
    }

    private static Dossier dossier(String language, String text) {
        return new Extractor()
                .annotate(
                        new Dossier.ArticlePart("test", null, language, null, null, null, null, null, null),
                        SourceText.of(text));
    }
}
