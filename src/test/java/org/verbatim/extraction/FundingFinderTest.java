package org.verbatim.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verbatim.agent.AgentType;
import org.verbatim.article.ReviewStatus;
import org.verbatim.dossier.Dossier;
import org.verbatim.text.SourceText;

/** What a sentence says of money, and what it does not. */
class FundingFinderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fr | La Norvège ajoutera 35 millions de couronnes norvégiennes. | PLEDGE STATED 35000000 NOK
            en | Dublin will put up an extra €750,000. | PLEDGE STATED 750000 EUR
            en | A damages claim, put at £220,000, goes to court. | none
            en | The array is still looking for €6 million. | TARGET STATED 6000000 EUR
            fr | La Fondation Bellac a fait un don de 45 000 euros à l'association Les Amis du Port. | CONTRIBUTION STATED 45000 EUR
            fr | La mairie de Lens a débloqué une enveloppe de 1,5 million d'euros pour rénover les écoles. | COMMITMENT STATED 1500000 EUR
            fr | Le Canada s'est engagé à verser 25 millions de dollars canadiens au Programme alimentaire mondial. | PLEDGE STATED 25000000 CAD
            fr | L'Union européenne va allouer 12 millions d'euros supplémentaires à la Moldavie. | PLEDGE STATED 12000000 EUR
            fr | Un prêt de 200 millions d'euros a été accordé par la Banque mondiale au Kenya. | LOAN STATED 200000000 EUR
            fr | La Banque mondiale a prêté 300 millions de dollars à la Côte d'Ivoire en 2023. | LOAN STATED 300000000 USD
            fr | L'ONG espère récolter 50 000 euros d'ici à la fin de l'année. | TARGET STATED 50000 EUR
            fr | L'association cherche à lever 2 millions d'euros auprès du public. | TARGET STATED 2000000 EUR
            fr | L'appel de fonds, d'un montant de 400 millions de dollars, n'est financé qu'à 12 %. | TARGET STATED 400000000 USD
            fr | La collecte a permis de réunir 32 000 euros en dix jours. | CONTRIBUTION STATED 32000 EUR
            fr | La start-up a levé 5 millions d'euros auprès d'investisseurs. | none
            fr | Le chiffre d'affaires du groupe a atteint 3,4 milliards d'euros. | none
            fr | Les travaux coûteront 12 millions d'euros. | none
            fr | Il a été condamné à une amende de 1 500 euros. | none
            fr | Le billet coûte 12 euros, contre 9 euros l'an dernier. | none
            fr | Le département a voté une subvention de 80 000 euros et la région une aide de 120 000 euros. | COMMITMENT STATED 80000 EUR & COMMITMENT STATED 120000 EUR
            fr | L'Allemagne a promis 40 millions d'euros, dont 10 millions pour l'eau potable. | PLEDGE STATED 40000000 EUR
            fr | Le Japon a fait don de 3 millions de dollars, versés en mars 2024. | DISBURSEMENT STATED 3000000 USD
            fr | La Suède contribuera à hauteur de 60 millions de couronnes suédoises. | PLEDGE STATED 60000000 SEK
            fr | Le Qatar a annoncé une aide de 50 millions de dollars au Liban. | PLEDGE STATED 50000000 USD
            fr | L'État a signé avec la région un contrat de 14 millions d'euros pour les lycées. | COMMITMENT STATED 14000000 EUR
            fr | Les dégâts sont estimés à 30 millions d'euros. | none
            fr | Le maire gagne 3 000 euros par mois. | none
            fr | Le fonds a reçu 8 millions d'euros de la Norvège. | CONTRIBUTION STATED 8000000 EUR
            fr | L'hôpital a obtenu un prêt de 6 millions d'euros de la Caisse des dépôts. | LOAN STATED 6000000 EUR
            fr | La dette de la ville atteint 140 millions d'euros. | none
            fr | Objectif de la cagnotte : 15 000 euros. | TARGET STATED 15000 EUR
            fr | Le ministère a affecté 700 millions de francs CFA à la réhabilitation des pistes. | COMMITMENT STATED 700000000 XOF
            fr | Le donateur a souhaité rester anonyme ; il a donné 10 000 euros au musée. | CONTRIBUTION STATED 10000 EUR
            fr | Le montant de la contribution de l'Irlande n'a pas été précisé. | CONTRIBUTION NOT_STATED
            fr | La fondation a apporté son soutien au projet, pour un montant tenu secret. | CONTRIBUTION NOT_STATED
            fr | Le Fonds vert pour le climat a approuvé un don de 35 millions de dollars au profit de Madagascar. | COMMITMENT STATED 35000000 USD
            fr | Quelque 4 millions d'euros ont été décaissés depuis janvier. | DISBURSEMENT APPROXIMATE 4000000 EUR
            fr | La ville doit trouver 300 000 euros pour sauver la piscine. | none
            fr | Le loyer s'élève à 650 euros. | none
            fr | L'organisation a besoin de 20 millions de dollars pour poursuivre ses opérations. | TARGET STATED 20000000 USD
            fr | La Caisse d'épargne a accordé un crédit de 90 000 euros à la coopérative. | LOAN STATED 90000 EUR
            fr | Le club a été racheté pour 25 millions d'euros. | none
            fr | Le conseil départemental finance le chantier à hauteur de 400 000 euros. | CONTRIBUTION STATED 400000 EUR
            fr | Le budget du festival est de 600 000 euros. | none
            fr | « Nous verserons 2 millions d'euros aux sinistrés », a promis la ministre. | PLEDGE STATED 2000000 EUR
            fr | Le roi a remis un chèque de 5 000 euros aux pompiers. | DISBURSEMENT STATED 5000 EUR
            en | The Lowry Foundation donated £45,000 to the food bank. | CONTRIBUTION STATED 45000 GBP
            en | The council has approved a £1.5m grant for school repairs. | COMMITMENT STATED 1500000 GBP
            en | Canada pledged C$25 million to the World Food Programme on Friday. | PLEDGE STATED 25000000 CAD
            en | Germany has promised to pay 40 million euros into the fund. | PLEDGE STATED 40000000 EUR
            en | A loan of $200 million was granted by the World Bank to Kenya. | LOAN STATED 200000000 USD
            en | The charity hopes to raise £50,000 by Christmas. | TARGET STATED 50000 GBP
            en | The appeal has raised £32,000 so far. | CONTRIBUTION STATED 32000 GBP
            en | The start-up raised $5m from investors. | none
            en | Revenue rose to $3.4bn last year. | none
            en | He was fined £1,500. | none
            en | The works will cost £12m. | none
            en | Japan gave $3 million in March, about a third of what it had promised. | CONTRIBUTION STATED 3000000 USD
            en | The hospital received a loan of 6 million euros from the European Investment Bank. | LOAN STATED 6000000 EUR
            en | Sweden will contribute 60 million Swedish kronor. | PLEDGE STATED 60000000 SEK
            en | The fundraising target is $15,000. | TARGET STATED 15000 USD
            en | More than £2m has already been paid out to families. | DISBURSEMENT AT_LEAST 2000000 GBP
            en | Under the deal signed on Monday, the EU will provide 80 million euros. | COMMITMENT STATED 80000000 EUR
            en | The UN says it needs $400 million to feed the displaced. | TARGET STATED 400000000 USD
            en | The ministry has earmarked 700 million naira for the clinics. | COMMITMENT STATED 700000000 NGN
            en | Ireland has also contributed to the fund, though the amount was not disclosed. | CONTRIBUTION NOT_STATED
            en | An anonymous donor left the museum £10,000 in her will. | none
            en | The club was sold for £25m. | none
            en | Tickets cost £12, up from £9. | none
            en | The foundation awarded the theatre £80,000, and the county gave £120,000. | COMMITMENT STATED 80000 GBP & CONTRIBUTION STATED 120000 GBP
            en | The bank has lent farmers some $90 million since 2021. | LOAN APPROXIMATE 90000000 USD
            en | The storm caused $30 million in damage. | none
            en | The city is short of £300,000 to save the pool. | none
            en | "We will give two million dollars to the victims," the minister promised. | PLEDGE STATED 2000000 USD
            en | Norway committed NOK 500 million to the programme. | COMMITMENT STATED 500000000 NOK
            en | The government announced a £6m package for flooded homes. | PLEDGE STATED 6000000 GBP
            en | The grant, worth £250,000, was approved in May. | COMMITMENT STATED 250000 GBP
            en | The company made a profit of $12 million. | none
            en | Donations of around £7,000 have been collected by the parish. | CONTRIBUTION APPROXIMATE 7000 GBP
            """)
    void readsWhatASumIs(String language, String sentence, String expected) {
        String found = find(language, sentence).stream()
                .map(FundingFinderTest::kindAndAmount)
                .collect(Collectors.joining(" & "));
        assertThat(found).isEqualTo(expected.equals("none") ? "" : expected);
    }

    @Test
    void aFactToldTwiceIsOneRecord() {
        List<Dossier.FundingFactPart> facts = find("en", """
                Norway gave £2m to the Harbour Trust in 2024.

                The £2m that Norway gave was spent on boats. Norway gave £2m, the trust said.""");
        assertThat(facts).hasSize(1);
        assertThat(facts.get(0).evidence()).hasSizeGreaterThan(1);
    }

    @Test
    void aRecordSaysWhoGaveWhatToWhomAndWhichRuleFoundIt() {
        SourceText text = SourceText.of("News of the day\n\nIn March 2024 Norway paid £2m to the Harbour Trust.");
        Dossier dossier = new Extractor()
                .annotate(new Dossier.ArticlePart("a", null, "en", null, null, null, null, null, null), text);
        assertThat(dossier.fundingFacts()).singleElement().satisfies(fact -> {
            assertThat(fact.provider()).isEqualTo("norway");
            assertThat(fact.receiver()).isEqualTo("harbour-trust");
            assertThat(fact.date().value()).isEqualTo("2024-03");
            assertThat(fact.amount().asStated()).isEqualTo(new Dossier.Pin("£2m", 43, 46));
            assertThat(fact.reviewStatus()).isEqualTo(ReviewStatus.EXTRACTED);
            assertThat(fact.extraction().rule()).isEqualTo("funding.disbursement.verb");
        });
        assertThat(dossier.agents())
                .filteredOn(agent -> agent.id().equals("norway"))
                .singleElement()
                .satisfies(agent -> assertThat(agent.type()).isEqualTo(AgentType.Organization));
    }

    private static List<Dossier.FundingFactPart> find(String language, String body) {
        Reading reading = Reading.of(SourceText.of("News of the day\n\n" + body), language);
        return new FundingFinder().find(reading, Cast.of(reading));
    }

    private static String kindAndAmount(Dossier.FundingFactPart fact) {
        Dossier.AmountPart amount = fact.amount();
        return amount.value() == null
                ? fact.kind() + " " + amount.status()
                : "%s %s %s %s"
                        .formatted(fact.kind(), amount.status(), amount.value().toPlainString(), amount.currency());
    }
}
