package org.verbatim.review;

/** What is said of the operations, alike for all kinds of record. */
final class Texts {

    static final String SEE = """
            What was last decided, and the record as a dossier has it, with every key written out: to be put right and sent \
            back. Rejected records are here, too; with the `ETag` of this answer, the decision can be taken back.""";

    static final String DECIDE = """
            `CONFIRMED` says that the record is right. `REJECTED` takes it out of lists, counts, search and verification: its \
            address answers 410 with the reason, and only editors see it, with `?reviewStatus=REJECTED`. `CORRECTED` puts the \
            record that is sent in its place; it is checked as a dossier is, and keeps its id even if it now begins \
            elsewhere. The next decision, whatever it is, may be another one.

            `If-Match` must name the state that the decision was made on: the `ETag` that came with the record, or with its \
            review. Of two editors who decide on the same state, one gets a 412. `If-Match: *` names no state, and gets a \
            428.

            What an editor has decided stays, even if the article's dossier is imported anew.""";

    static final String HISTORY = """
            Who decided what, when and why, with the record before and after, the first decision first. Empty where no editor \
            has decided. Open to everybody, as the record is; once the record is rejected, its history is for editors, and \
            everybody else gets the 410 of the record.""";

    private Texts() {}
}
