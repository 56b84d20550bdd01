using System.Globalization;
using System.Text;
using System.Xml;
using Plans.Store;
using Plans.Store.Reading;
using Plans.Store.Search;
using Plans.Web.Accounts;
using Plans.Web.Exports;
using Plans.Web.Hosting;
using Plans.Web.Languages;
using Plans.Web.Safety;

namespace Plans.Web.Saved;

/// <summary>Searches that readers keep, what is new in them, and the same as a feed.</summary>
internal static class SavedEndpoints
{
    private const int MostEntries = 50;
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/saved", (Reader reader, SavedSearches saved, PlanStore store) => Page.Of<SavedPage, SavedModel>(SavedModel.Of(reader.Name!, saved, store))).Limited();
        routes.MapPost("/saved", Save);
        routes.MapGet("/saved/{id:long}", (long id, Reader reader, SavedSearches saved, PlanStore store) =>
            saved.Find(reader.Name!, id) is { } search && SavedModel.News(search, store.Search, MostEntries) is { } news
                ? Page.Of<NewsPage, NewsModel>(new NewsModel(search, news))
                : Results.NotFound()).Limited();
        routes.MapPost("/saved/{id:long}/seen", (long id, Reader reader, SavedSearches saved, PlanStore store) =>
            Change(saved.Find(reader.Name!, id), search => saved.Seen(search, store.Plans.LatestId())));
        routes.MapPost("/saved/{id:long}/remove", (long id, Reader reader, SavedSearches saved) => Change(saved.Find(reader.Name!, id), saved.Remove));

        // Programs that read feeds sign in nowhere; the address is the secret.
        routes.MapGet("/feeds/{feed}", (string feed, HttpRequest request, SavedSearches saved, PlanStore store) =>
            saved.OfFeed(feed) is { } search ? Feed(request, search, store) : Results.NotFound()).AllowAnonymous().Limited();
    }

    private static async Task<IResult> Save(HttpRequest request, Reader reader, SavedSearches saved, PlanStore store, Texts texts)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var question = SavedModel.ReadAddress(form["question"].ToString()) with { Page = 1 };
        if (question.IsEmpty)
        {
            return Results.BadRequest();
        }

        var name = form["name"].ToString().Trim() is { Length: > 0 } given ? given : question.Words;
        return saved.Add(reader.Name!, name, question.Url(), store.Plans.LatestId())
            ? Results.Redirect("/saved")
            : Page.Of<SavedPage, SavedModel>(SavedModel.Of(reader.Name!, saved, store, texts.TooManySaved(SavedSearches.Most)), StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Change(SavedSearch? search, Action<SavedSearch> change)
    {
        if (search is null)
        {
            return Results.NotFound();
        }

        change(search);
        return Results.Redirect("/saved");
    }

    private static IResult Feed(HttpRequest request, SavedSearch search, PlanStore store)
    {
        var hits = SavedModel.News(search, store.Search, MostEntries)?.Hits ?? [];
        var plans = hits.Select(hit => hit.PlanId).Distinct().Select(store.Plans.Summary).OfType<PlanSummary>().ToDictionary(plan => plan.Id);
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("title", search.Name);
            xml.WriteElementString("id", $"urn:plans:search:{search.Feed}");
            xml.WriteElementString("updated", SiteDatabase.Time(plans.Values.Select(plan => plan.SavedAt).DefaultIfEmpty(search.CreatedAt).Max()));
            Link(xml, ExportFile.Absolute(request, $"/feeds/{search.Feed}"), "self");
            foreach (var hit in hits.Where(hit => plans.ContainsKey(hit.PlanId)).OrderByDescending(hit => hit.PlanId))
            {
                Entry(xml, request, hit, plans[hit.PlanId]);
            }

            xml.WriteEndElement();
        }

        return Results.Text(text.ToString(), "application/atom+xml; charset=utf-8");
    }

    private static void Entry(XmlWriter xml, HttpRequest request, SearchHit hit, PlanSummary plan)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("title", $"{plan.Document.Number ?? plan.File}: {hit.SectionHeading ?? hit.PlanTitle ?? hit.File}");
        xml.WriteElementString("id", string.Create(CultureInfo.InvariantCulture, $"urn:plans:{plan.Sha256}:{hit.Start}-{hit.End}"));
        xml.WriteElementString("updated", SiteDatabase.Time(plan.SavedAt));
        Link(xml, ExportFile.Absolute(request, hit.Kind == HitKind.Plan ? Links.Plan(hit.PlanId) : Links.Words(hit.PlanId, hit.Start, hit.End)), "alternate");
        xml.WriteElementString("summary", string.Concat(hit.Snippet.Select(piece => piece.Text)));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string address, string relation)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
