package org.verbatim.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.verbatim.agent.AgentType;
import org.verbatim.article.ReviewStatus;
import org.verbatim.funding.AmountStatus;
import org.verbatim.funding.CurrencyStatus;
import org.verbatim.funding.FundingKind;
import org.verbatim.meeting.MeetingKind;
import org.verbatim.meeting.MeetingStatus;
import org.verbatim.quote.AttributionMethod;
import org.verbatim.quote.Form;
import org.verbatim.search.ResultType;
import org.verbatim.verification.SpeakerStatus;
import org.verbatim.verification.Verdict;

/**
 * What pages say, in the languages of {@code messages/msg_*.properties}. That each language has every message, and each
 * message its parameters, is checked when they are built.
 */
@MessageBundle(locale = "en")
interface Msg {

    @Message
    String skip();

    @Message
    String sections();

    @Message
    String languages();

    @Message
    String quotes();

    @Message
    String fundingFacts();

    @Message
    String fundingShort();

    @Message
    String meetings();

    @Message
    String articles();

    @Message
    String agents();

    @Message
    String agentsShort();

    @Message
    String problems();

    @Message
    String promise();

    @Message
    String homeTitle();

    @Message
    String tagline();

    @Message
    String boxLabel();

    @Message
    String boxHint();

    @Message
    String boxSwitch();

    @Message
    String boxAuto();

    @Message
    String boxVerify();

    @Message
    String boxSearch();

    @Message
    String boxSpeaker();

    @Message
    String boxGo();

    @Message
    String newestQuotes();

    @Message
    String allQuotes(long count);

    @Message
    String allFundingFacts(long count);

    @Message
    String allMeetings(long count);

    @Message
    String nothingYet();

    @Message
    String nothingHere();

    @Message
    String fundingNote();

    @Message
    String forPrograms();

    @Message
    String forProgramsText(long count);

    @Message
    String swaggerUi();

    @Message
    String contract();

    @Message
    String formats();

    @Message
    String jsonLists();

    @Message
    String quote();

    @Message
    String fundingFact();

    @Message
    String meeting();

    @Message
    String article();

    @Message
    String quoteCount(long count);

    @Message
    String fundingFactCount(long count);

    @Message
    String meetingCount(long count);

    @Message
    String unreviewed();

    @Message
    String speakerUnknown();

    @Message
    String notStated();

    @Message
    String dateNotStated();

    @Message
    String from();

    @Message
    String to();

    @Message
    String what();

    @Message
    String howMuch();

    @Message
    String fromWhom();

    @Message
    String toWhom();

    @Message
    String fund();

    @Message
    String when();

    @Message
    String where();

    @Message
    String asStated();

    @Message
    String attendees();

    @Message
    String asReported();

    @Message
    String topics();

    @Message
    String searchTitle(String words);

    @Message
    String searchHeading(long count, String words);

    @Message
    String searchedBecauseShort();

    @Message
    String searchedBecauseChosen();

    @Message
    String verifyInstead();

    @Message
    String verifiedBecause();

    @Message
    String verifiedBecauseChosen();

    @Message
    String searchInstead();

    @Message
    String narrow();

    @Message
    String everything();

    @Message
    String didYouMean();

    @Message
    String nothingFound(long articles, long quotes);

    @Message
    String next();

    @Message
    String filtered();

    @Message
    String showAll();

    @Message
    String verification();

    @Message
    String claimed();

    @Message
    String trueWording();

    @Message
    String articleWording();

    @Message
    String wordsMissing();

    @Message
    String cutMarked();

    @Message
    String notInSource();

    @Message
    String notInClaim();

    @Message
    String noSpeakerClaimed();

    @Message
    String wholeQuote();

    @Message
    String journalist();

    @Message
    String sameWords(int percent);

    @Message
    String polarityChanged();

    @Message
    String numberChanged();

    @Message
    String namesChanged();

    @Message
    String keyDel();

    @Message
    String keyIns();

    @Message
    String keyCut();

    @Message
    String inItsPlace();

    @Message
    String showInArticle();

    @Message
    String otherMatches();

    @Message
    String onlyIn();

    @Message
    String scope(long articles, long quotes);

    @Message
    String anotherClaim();

    @Message
    String authors();

    @Message
    String published();

    @Message
    String publishedAt();

    @Message
    String publisher();

    @Message
    String says();

    @Message
    String plainText();

    @Message
    String marginOf(int number);

    @Message
    String markNumber(int number);

    @Message
    String passageMarked();

    @Message
    String goToPassage();

    @Message
    String articleDescription(int count);

    @Message
    String quoteOf(String speaker);

    @Message
    String quoteOfNobody();

    @Message
    String agentDescription(String name);

    @Message
    String cite();

    @Message
    String citeLine();

    @Message
    String citeLink();

    @Message
    String openAtPublisher();

    @Message
    String evidence();

    @Message
    String evidenceText();

    @Message
    String codePoints(int start, int end);

    @Message
    String alsoReportedIn();

    @Message
    String nobodyElse();

    @Message
    String source();

    @Message
    String review();

    @Message
    String id();

    @Message
    String roles();

    @Message
    String otherNames();

    @Message
    String sameAs();

    @Message
    String said();

    @Message
    String gave();

    @Message
    String got();

    @Message
    String problemTitle(int status);

    @Message
    String backHome();

    @Message
    String verdict(Verdict verdict);

    @Message
    String form(Form form);

    @Message
    String formMeaning(Form form);

    @Message
    String attribution(AttributionMethod method);

    @Message
    String fundingKind(FundingKind kind);

    @Message
    String fundingMeaning(FundingKind kind);

    @Message
    String amount(AmountStatus status);

    @Message
    String currency(CurrencyStatus status);

    @Message
    String meetingKind(MeetingKind kind);

    @Message
    String meetingStatus(MeetingStatus status);

    @Message
    String resultType(ResultType type);

    @Message
    String agentType(AgentType type);

    @Message
    String reviewStatus(ReviewStatus status);

    @Message
    String speakerStatus(SpeakerStatus status);
}
