package org.verbatim.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.verbatim.article.Article;
import org.verbatim.article.ArticleEntity;
import org.verbatim.article.ArticleRepository;
import org.verbatim.article.ArticleResource;
import org.verbatim.article.RecordEntity;
import org.verbatim.article.RecordRepository;
import org.verbatim.article.ReviewStatus;
import org.verbatim.article.Shelf;
import org.verbatim.funding.FundingFact;
import org.verbatim.funding.FundingFactRepository;
import org.verbatim.funding.FundingFactResource;
import org.verbatim.meeting.Meeting;
import org.verbatim.meeting.MeetingRepository;
import org.verbatim.meeting.MeetingResource;
import org.verbatim.quote.Quote;
import org.verbatim.quote.QuoteRepository;
import org.verbatim.quote.QuoteResource;

/** Which records a page shows; how they are served is for their resources to say. */
@ApplicationScoped
class Records {

    private final ArticleRepository articles;
    private final ArticleResource articleShelf;
    private final QuoteRepository quotes;
    private final QuoteResource quoteShelf;
    private final FundingFactRepository fundingFacts;
    private final FundingFactResource fundingFactShelf;
    private final MeetingRepository meetings;
    private final MeetingResource meetingShelf;

    Records(
            ArticleRepository articles,
            ArticleResource articleShelf,
            QuoteRepository quotes,
            QuoteResource quoteShelf,
            FundingFactRepository fundingFacts,
            FundingFactResource fundingFactShelf,
            MeetingRepository meetings,
            MeetingResource meetingShelf) {
        this.articles = articles;
        this.articleShelf = articleShelf;
        this.quotes = quotes;
        this.quoteShelf = quoteShelf;
        this.fundingFacts = fundingFacts;
        this.fundingFactShelf = fundingFactShelf;
        this.meetings = meetings;
        this.meetingShelf = meetingShelf;
    }

    ArticleEntity source(String id) {
        return articles.existing(id);
    }

    Article article(String id) {
        return served(articleShelf, List.of(articles.existing(id).id()), Article.class)
                .get(0);
    }

    Quote quote(String id) {
        return served(quoteShelf, List.of(quotes.existing(id).id()), Quote.class)
                .get(0);
    }

    FundingFact fundingFact(String id) {
        return served(fundingFactShelf, List.of(fundingFacts.existing(id).id()), FundingFact.class)
                .get(0);
    }

    Meeting meeting(String id) {
        return served(meetingShelf, List.of(meetings.existing(id).id()), Meeting.class)
                .get(0);
    }

    /** All that an article says, in the order in which it says it, numbered from 1. */
    List<Entry> of(String article) {
        String condition = "r.article.id = :article order by r.start, r.ordinal";
        Map<String, Object> values = Map.of("article", article);
        List<Entry> entries = new ArrayList<>(Stream.of(
                        served(quoteShelf, ids(quotes, condition, values, Integer.MAX_VALUE), Quote.class).stream()
                                .map(Entry::of),
                        served(
                                        fundingFactShelf,
                                        ids(fundingFacts, condition, values, Integer.MAX_VALUE),
                                        FundingFact.class)
                                .stream()
                                .map(Entry::of),
                        served(meetingShelf, ids(meetings, condition, values, Integer.MAX_VALUE), Meeting.class)
                                .stream()
                                .map(Entry::of))
                .flatMap(kind -> kind)
                .toList());
        entries.sort(Comparator.comparing(entry -> entry.spans().get(0)));
        return IntStream.range(0, entries.size())
                .mapToObj(i -> entries.get(i).numbered(i + 1))
                .toList();
    }

    /** The quotes of the articles that came last. */
    List<Quote> newestQuotes(int most) {
        return served(quoteShelf, quotes.newest(most), Quote.class);
    }

    /** The funding facts of the articles that came last. */
    List<FundingFact> newestFundingFacts(int most) {
        return served(fundingFactShelf, fundingFacts.newest(most), FundingFact.class);
    }

    /** The meetings by date, the latest first; behind them those whose day nobody tells. */
    List<Meeting> latestMeetings(int most) {
        return served(
                meetingShelf,
                ids(
                        meetings,
                        "1 = 1 order by r.date.first desc nulls last, r.article.id, r.start, r.ordinal",
                        Map.of(),
                        most),
                Meeting.class);
    }

    private static <E extends RecordEntity> List<String> ids(
            RecordRepository<E> repository, String conditionAndOrder, Map<String, Object> values, int most) {
        TypedQuery<String> query = repository
                .getEntityManager()
                .createQuery(
                        "select r.id from %s r where r.reviewStatus <> :rejected and %s"
                                .formatted(repository.entityName(), conditionAndOrder),
                        String.class)
                .setParameter("rejected", ReviewStatus.REJECTED)
                .setMaxResults(most);
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    private static <T> List<T> served(Shelf shelf, List<String> ids, Class<T> type) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Shelf.Item> items = shelf.items(ids);
        return ids.stream()
                .map(items::get)
                .filter(Objects::nonNull)
                .map(item -> type.cast(item.served()))
                .toList();
    }
}
