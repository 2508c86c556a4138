package org.verbatim.funding;

import jakarta.inject.Singleton;
import java.util.List;
import org.verbatim.agent.RecordKind;
import org.verbatim.article.Evidence;
import org.verbatim.article.RecordForms;
import org.verbatim.http.Addresses;
import org.verbatim.http.Forms;
import org.verbatim.http.Node;

/**
 * A funding fact as a row, and as a schema.org {@code MonetaryGrant} or {@code LoanOrCredit}. What is only asked for or
 * promised is neither: a target has no funder.
 */
@Singleton
public class FundingFactForms implements Forms<FundingFact> {

    private static final List<Column<FundingFact>> COLUMNS = RecordForms.columns(
            FundingFactForms::shared,
            List.of(
                    new Column<>("kind", FundingFact::kind),
                    new Column<>("fund", FundingFact::fund),
                    new Column<>(
                            "providerId",
                            fact -> fact.provider() == null
                                    ? null
                                    : fact.provider().id()),
                    new Column<>(
                            "providerName",
                            fact -> fact.provider() == null
                                    ? null
                                    : fact.provider().name()),
                    new Column<>(
                            "receiverId",
                            fact -> fact.receiver() == null
                                    ? null
                                    : fact.receiver().id()),
                    new Column<>(
                            "receiverName",
                            fact -> fact.receiver() == null
                                    ? null
                                    : fact.receiver().name()),
                    new Column<>("amountStatus", fact -> fact.amount().status()),
                    new Column<>("amount", fact -> fact.amount().value()),
                    new Column<>("amountMin", fact -> fact.amount().minValue()),
                    new Column<>("amountMax", fact -> fact.amount().maxValue()),
                    new Column<>("currency", fact -> fact.amount().currency()),
                    new Column<>("currencyStatus", fact -> fact.amount().currencyStatus()),
                    new Column<>(
                            "amountAsStated",
                            fact -> fact.amount().asStated() == null
                                    ? null
                                    : fact.amount().asStated().exact()),
                    new Column<>(
                            "date",
                            fact -> fact.date() == null ? null : fact.date().value()),
                    new Column<>("evidence", fact -> Evidence.exact(fact.evidence()))));

    private final Addresses addresses;

    FundingFactForms(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public Class<FundingFact> type() {
        return FundingFact.class;
    }

    @Override
    public String path() {
        return RecordKind.FUNDING_FACT.path();
    }

    @Override
    public List<Column<FundingFact>> columns() {
        return COLUMNS;
    }

    @Override
    public Node linkedData(FundingFact fact) {
        Node provider = RecordForms.agent(fact.provider(), addresses);
        Node receiver = RecordForms.agent(fact.receiver(), addresses);
        Node node =
                switch (fact.kind()) {
                    case COMMITMENT, DISBURSEMENT, CONTRIBUTION ->
                        RecordForms.begin(shared(fact), "FundingFact", "MonetaryGrant")
                                .with("funder", provider)
                                .with("fundedItem", receiver);
                    case LOAN ->
                        RecordForms.begin(shared(fact), "FundingFact", "LoanOrCredit")
                                .with("provider", provider)
                                .with("receiver", receiver);
                    case TARGET, PLEDGE ->
                        RecordForms.begin(shared(fact), "FundingFact")
                                .with("pledger", provider)
                                .with("receiver", receiver);
                };
        FundingFact.Amount amount = fact.amount();
        node.with("kind", fact.kind())
                .with("fund", fact.fund())
                .with(
                        "amount",
                        Node.of("MonetaryAmount")
                                .with("amountStatus", amount.status())
                                .with("value", amount.value())
                                .with("minValue", amount.minValue())
                                .with("maxValue", amount.maxValue())
                                .with("currency", amount.currency())
                                .with("currencyStatus", amount.currencyStatus())
                                .with("asStated", RecordForms.evidence(amount.asStated())))
                .with("date", fact.date() == null ? null : fact.date().value())
                .with("evidence", RecordForms.evidence(fact.evidence()));
        return RecordForms.end(node, shared(fact), "subjectOf");
    }

    private static RecordForms.Shared shared(FundingFact fact) {
        return new RecordForms.Shared(
                fact.id(),
                fact.url(),
                fact.article(),
                fact.alsoReportedIn(),
                fact.reviewStatus(),
                fact.extraction(),
                fact.links());
    }
}
