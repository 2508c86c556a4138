package org.verbatim.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verbatim.article.DatePrecision;
import org.verbatim.dossier.Dossier;
import org.verbatim.text.SourceText;

/** Who met whom, according to a sentence, or will; and where nobody did. */
class MeetingFinderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fr | Le président Alassane Koné a reçu mercredi au palais l'ambassadrice de France, Claire Dumont. | HELD BILATERAL: Le président Alassane Koné, Claire Dumont
            fr | Emmanuel Lantier s'est entretenu par téléphone avec Maria Costa, la Première ministre portugaise. | HELD BILATERAL: Emmanuel Lantier, Maria Costa
            fr | La ministre Awa Diop rencontrera mardi les syndicats. | PLANNED BILATERAL: La ministre Awa Diop, les syndicats
            fr | Paul Mercier doit rencontrer jeudi le préfet Jean Roche à Lille. | PLANNED BILATERAL: Paul Mercier, le préfet Jean Roche
            fr | Paul Mercier souhaite rencontrer le ministre Jean Roche. | none
            fr | Paul Mercier a refusé de rencontrer Jean Roche. | none
            fr | Paul Mercier n'a pas rencontré Jean Roche. | none
            fr | Paul Mercier et Anne Roux se sont rencontrés à Bruxelles lundi. | HELD BILATERAL: Paul Mercier, Anne Roux
            fr | Paul Mercier a visité l'usine Soltec, à Dunkerque, le 3 mars 2024. | HELD VISIT: Paul Mercier, l'usine Soltec
            fr | Anne Roux a été reçue à l'Élysée par le président Marc Vidal. | HELD BILATERAL: Anne Roux, le président Marc Vidal
            fr | Anne Roux sera reçue vendredi par Marc Vidal. | PLANNED BILATERAL: Anne Roux, Marc Vidal
            fr | L'association a reçu le soutien de la mairie. | none
            fr | Le club a reçu 3 000 lettres de supporters. | none
            fr | Anne Roux a accueilli favorablement la proposition de Marc Vidal. | none
            fr | Le film rencontre un grand succès. | none
            fr | Anne Roux a échangé avec des lycéens de Rennes sur le climat. | HELD ENCOUNTER: Anne Roux, des lycéens de Rennes
            fr | Un sommet réunissant le Tchad, le Niger et le Mali s'est tenu à Niamey samedi. | HELD CONFERENCE: le Tchad, le Niger, le Mali
            fr | Anne Roux et Marc Vidal lors de leur rencontre à Nantes. | HELD BILATERAL: Anne Roux, Marc Vidal
            fr | La réunion entre le maire Luc Petit et Anne Roux aura lieu le 12 mai 2026. | PLANNED BILATERAL: le maire Luc Petit, Anne Roux
            fr | Anne Roux a eu un entretien avec Marc Vidal. | HELD BILATERAL: Anne Roux, Marc Vidal
            fr | Anne Roux, accompagnée de Luc Petit, a rencontré les sinistrés. | HELD ENCOUNTER: Anne Roux, les sinistrés
            fr | La visite de Marc Vidal à Alger est prévue en juin 2026. | PLANNED VISIT: Marc Vidal
            fr | Les riverains demandent à rencontrer la maire, Anne Roux. | none
            fr | Anne Roux tiendra une réunion avec les commerçants lundi. | PLANNED ENCOUNTER: Anne Roux, les commerçants
            fr | Anne Roux a rendu visite aux pompiers de Brest. | HELD VISIT: Anne Roux, pompiers de Brest
            fr | Le ministre espagnol José Ruiz a déjeuné avec son homologue Luc Petit. | HELD BILATERAL: José Ruiz, Luc Petit
            fr | Anne Roux va recevoir les parents d'élèves. | PLANNED ENCOUNTER: Anne Roux, les parents d'élèves
            fr | « J'ai rencontré Marc Vidal hier », a dit Anne Roux. | none
            en | Prime Minister Helen Ward met French President Marc Vidal in London on Monday. | HELD BILATERAL: Prime Minister Helen Ward, French President Marc Vidal
            en | Helen Ward will meet farmers in Kent on Friday. | PLANNED ENCOUNTER: Helen Ward, farmers
            en | Helen Ward held talks with Marc Vidal and, separately, with Ana Lopez. | HELD BILATERAL: Helen Ward, Marc Vidal & HELD BILATERAL: Helen Ward, Ana Lopez
            en | Helen Ward is due to hold talks with Marc Vidal. | PLANNED BILATERAL: Helen Ward, Marc Vidal
            en | Helen Ward wants to meet Marc Vidal. | none
            en | Helen Ward did not meet Marc Vidal. | none
            en | Helen Ward declined to meet the residents. | none
            en | The company met its targets. | none
            en | The proposal was met with anger. | none
            en | Helen Ward welcomed the agreement. | none
            en | Helen Ward welcomed Marc Vidal to Downing Street. | HELD BILATERAL: Helen Ward, Marc Vidal
            en | Helen Ward and Marc Vidal met in Geneva. | HELD BILATERAL: Helen Ward, Marc Vidal
            en | Chad, Niger and Mali met in Niamey on Saturday. | HELD CONFERENCE: Chad, Niger, Mali
            en | Marc Vidal visited the Soltec plant in Dunkirk on 3 March 2024. | HELD VISIT: Marc Vidal, the Soltec plant
            en | Marc Vidal toured the flooded streets with the mayor, Luc Petit. | HELD VISIT: Marc Vidal, Luc Petit
            en | A meeting between Helen Ward and Marc Vidal is scheduled for 12 May 2026. | PLANNED BILATERAL: Helen Ward, Marc Vidal
            en | Talks between Helen Ward and Marc Vidal took place in Rome. | HELD BILATERAL: Helen Ward, Marc Vidal
            en | Helen Ward met with Marc Vidal to discuss fishing quotas. | HELD BILATERAL: Helen Ward, Marc Vidal
            en | Helen Ward could meet Marc Vidal next week. | none
            en | Helen Ward, who met Marc Vidal last year, said the deal was close. | HELD BILATERAL: Helen Ward, Marc Vidal
            en | Marc Vidal's visit to Ghana ended on Sunday. | HELD VISIT: Marc Vidal, Ghana
            en | Helen Ward shakes hands with Marc Vidal during their meeting in Oslo. | HELD BILATERAL: Helen Ward, Marc Vidal
            en | Helen Ward sat down with nurses at Leeds Hospital. | HELD ENCOUNTER: Helen Ward, nurses
            en | Helen Ward was received by King Karim III at the palace. | HELD BILATERAL: Helen Ward, King Karim III
            en | "I met Marc Vidal yesterday," Helen Ward said. | none
            fr | Anne Roux a reçu mercredi soir le maire d'Avrolles, Gérald Tixier. | HELD BILATERAL: Anne Roux, Gérald Tixier
            fr | Amy Pope a rencontré M. Nasser Bourita, Ministre des Affaires étrangères, de la Coopération africaine et des Marocains résidant à l'étranger. | HELD BILATERAL: Amy Pope, M. Nasser Bourita
            fr | Le général Keïta a reçu une délégation malienne conduite par le ministre Abdou Sarr. | HELD BILATERAL: Le général Keïta, le ministre Abdou Sarr
            fr | Anne Roux a réuni autour de la même table le préfet Jean Roche et le maire Luc Petit. | HELD CONFERENCE: Anne Roux, le préfet Jean Roche, le maire Luc Petit
            fr | Le sommet réunira le Mali, la Mauritanie et le Sénégal à Dakar. | PLANNED CONFERENCE: le Mali, la Mauritanie, le Sénégal
            fr | Anne Roux a déjeuné avec Marc Vidal et Luc Petit à la même table. | HELD CONFERENCE: Anne Roux, Marc Vidal, Luc Petit
            fr | Anne Roux s'est rendue au chevet des sinistrés. | HELD ENCOUNTER: Anne Roux, des sinistrés
            fr | Anne Roux doit s'entretenir avec Marc Vidal et visiter la clinique Sainte-Rita. | PLANNED BILATERAL: Anne Roux, Marc Vidal & PLANNED VISIT: Anne Roux, la clinique Sainte-Rita
            fr | Anne Roux a vu un film. | none
            fr | Dimanche, le Mali rencontrera le Sénégal en demi-finale. | none
            fr | Légende : Anne Roux en conversation avec Marc Vidal. | HELD BILATERAL: Anne Roux, Marc Vidal
            en | Helen Ward held talks with a delegation led by union chairman Moses Barasa. | HELD BILATERAL: Helen Ward, union chairman Moses Barasa
            en | Helen Ward is due to meet Vanuatu's finance minister. | PLANNED BILATERAL: Helen Ward, Vanuatu's finance minister
            en | Helen Ward chatted with patients. | HELD ENCOUNTER: Helen Ward, patients
            en | Helen Ward saw the sea. | none
            en | Campaigners had hoped Helen Ward would meet Marc Vidal. | none
            en | On Tuesday Uganda met Kenya in a football friendly. | none
            en | Helen Ward will meet Marc Vidal and tour the Soltec plant. | PLANNED BILATERAL: Helen Ward, Marc Vidal & PLANNED VISIT: Helen Ward, the Soltec plant
            en | Picture: Helen Ward with Marc Vidal. | HELD BILATERAL: Helen Ward, Marc Vidal
            en | Helen Ward had a face-to-face with Marc Vidal. | HELD BILATERAL: Helen Ward, Marc Vidal
            en | The conference, attended by Norway, Chad and the World Bank, opened in Doha. | HELD CONFERENCE: Norway, Chad, the World Bank
            """)
    void readsWhoMet(String language, String sentence, String expected) {
        String found = find(language, "News of the day\n\n" + sentence).stream()
                .map(meeting -> meeting.status() + " " + meeting.kind() + ": "
                        + meeting.attendees().stream()
                                .map(attendee -> attendee.asNamed().exact())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" & "));
        assertThat(found).isEqualTo(expected.equals("none") ? "" : expected);
    }

    @Test
    void aDayOfTheWeekCountsFromTheArticlesDate() {
        assertThat(find("en", """
                        Ministers agree on herring

                        Published 11 June 2025

                        Helen Ward met Marc Vidal in Oslo on Monday. She will meet Ana Lopez on Friday."""))
                .extracting(meeting -> meeting.date().value())
                .containsExactly("2025-06-09", "2025-06-13");
    }

    @Test
    void aDayOfTheWeekAloneIsNoDate() {
        assertThat(find("en", "News of the day\n\nHelen Ward met Marc Vidal on Monday."))
                .singleElement()
                .satisfies(meeting -> {
                    assertThat(meeting.date().value()).isNull();
                    assertThat(meeting.date().precision()).isEqualTo(DatePrecision.UNKNOWN);
                    assertThat(meeting.date().asStated().exact()).isEqualTo("Monday");
                });
    }

    @Test
    void aPlaceHasItsCountryWhereItIsKnown() {
        assertThat(find("fr", "Titre du jour\n\nAnne Roux a rencontré Marc Vidal à Genève le 3 mai 2024."))
                .singleElement()
                .satisfies(meeting -> {
                    assertThat(meeting.place().name()).isEqualTo("Genève");
                    assertThat(meeting.place().country()).isEqualTo("CH");
                    assertThat(meeting.date().value()).isEqualTo("2024-05-03");
                });
    }

    @Test
    void aMeetingToldTwiceIsOneRecord() {
        assertThat(find("en", """
                        News of the day

                        Helen Ward met Marc Vidal in Oslo.

                        The two spoke of herring. Ward met Vidal, an aide said, for an hour.""")).singleElement().satisfies(meeting -> assertThat(meeting.evidence())
                .hasSize(2));
    }

    private static List<Dossier.MeetingPart> find(String language, String text) {
        Reading reading = Reading.of(SourceText.of(text), language);
        return new MeetingFinder().find(reading, Cast.of(reading));
    }
}
