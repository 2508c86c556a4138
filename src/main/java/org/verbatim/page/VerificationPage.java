package org.verbatim.page;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.verbatim.http.Addresses;
import org.verbatim.http.Asking;
import org.verbatim.verification.QuoteVerification;
import org.verbatim.verification.QuoteVerificationResource;

/** The verdict on a claimed quotation, what it rests on, and the place in the article. */
@Path("/quote-verifications")
public class VerificationPage {

    private final QuoteVerificationResource verifications;
    private final Records records;
    private final Visitor visitor;
    private final Addresses addresses;

    VerificationPage(QuoteVerificationResource verifications, Records records, Visitor visitor, Addresses addresses) {
        this.verifications = verifications;
        this.records = records;
        this.visitor = visitor;
        this.addresses = addresses;
    }

    @GET
    @Produces(HomeResource.HTML)
    @Transactional
    @Operation(hidden = true)
    public Response getVerificationPage(UriInfo request) {
        Asking asking = Visitor.asking(request, "/v1/quote-verifications");
        if (!asking.getQueryParameters().containsKey("text")) {
            return Response.seeOther(addresses.of("/")).build();
        }
        QuoteVerification verification = verifications.verifyQuote(asking, visitor.language());
        QuoteVerification.Claimed claim = verification.claim();
        Msg msg = visitor.msg();
        List<QuoteVerification.Match> matches = verification.matches();
        QuoteVerification.Match best = matches.isEmpty() ? null : matches.get(0);
        return Response.ok(visitor.show(Templates.verification(
                        visitor.frame(msg.verdict(verification.verdict()), verification.explanation()),
                        Box.of(
                                claim.text(),
                                claim.speaker() == null ? null : claim.speaker().asGiven(),
                                Box.As.VERIFY),
                        verification,
                        claim.article() == null ? null : claim.article().id(),
                        best,
                        matches.subList(Math.min(1, matches.size()), matches.size()),
                        best == null ? List.of() : place(best))))
                .build();
    }

    private List<Highlights.Line> place(QuoteVerification.Match match) {
        return Highlights.of(
                        records.source(match.article().id()).text(),
                        List.of(new Highlights.Mark(
                                "passage",
                                "passage",
                                0,
                                match.evidence().stream().map(Display::span).toList())))
                .stream()
                .filter(Highlights.Line::isMarked)
                .toList();
    }
}
