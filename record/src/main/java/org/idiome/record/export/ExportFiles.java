package org.idiome.record.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.idiome.core.canonical.Json;
import org.idiome.core.observation.Statement;
import org.idiome.core.source.SourceRow;
import org.idiome.record.door.OpenPerson;
import org.idiome.record.export.Manifest.Writing;
import org.idiome.record.kept.KeptPerson;
import org.idiome.record.kept.KeptVariants;
import org.idiome.store.History;
import org.idiome.store.journal.RunRow;
import org.jspecify.annotations.Nullable;

/// The files of one export, in their order.
final class ExportFiles {
  private final OpenPerson open;
  private final PersonExport export;
  private final ExportTarget target;
  private final Manifest manifest;

  ExportFiles(OpenPerson open, PersonExport export, ExportTarget target) {
    this.open = open;
    this.export = export;
    this.target = target;
    this.manifest = new Manifest(target);
  }

  void write() throws IOException {
    manifest.file("README.txt", out -> out.print(Readme.text(open.person().id(), export.left())));
    record(open.person());
    observations("", open.person());
    if (!open.person().quantities().isEmpty()) {
      var name = "quantities.parquet";
      var aside = target.aside();
      TableWriter.parquet(open.person(), aside, name);
      manifest.copy(name, aside.resolve(name));
    }
    sources();
    history();
    manifest.file("consent.tsv", this::consent);
    manifest.file("audit.tsv", this::audit);
    for (var run : open.runs()) {
      manifest.file("runs/" + run.number() + ".json", out -> run(run, out));
    }
    manifest.end();
  }

  private void record(KeptPerson person) throws IOException {
    var files =
        new ArrayList<Json>(
            export.tables().write((name, writing) -> manifest.file("record/" + name, writing)));
    for (int i = 0; i < person.variants().size(); i++) {
      var variants = person.variants().get(i);
      var name = "variants-" + (i + 1) + ".vcf";
      files.add(described(variants, name));
      manifest.file("record/" + name, out -> variants(variants, out));
    }
    var text = export.packet().text(files);
    manifest.file("record/phenopacket.json", out -> out.print(text));
  }

  private Json described(KeptVariants variants, String name) {
    var named = variants.named();
    var whose = named.specimen() == null ? open.person().individual().id() : named.specimen();
    var sample = variants.sample();
    var ids = Json.object();
    if (sample != null) {
      ids.put(whose, sample);
    }
    var attributes =
        Json.object()
            .put("fileFormat", "VCF")
            .put("layer", named.layer().code())
            .put("specimen", named.specimen())
            .put("genomeAssembly", named.assembly())
            .end();
    return Json.object()
        .put("uri", name)
        .put("individualToFileIdentifiers", ids.end())
        .put("fileAttributes", attributes)
        .end();
  }

  private void variants(KeptVariants variants, PrintWriter out) {
    out.print(variants.header());
    open.store()
        .calls(
            variants.segment(),
            call -> {
              out.print(call.text());
              out.print('\n');
            });
  }

  private void observations(String folder, KeptPerson person) throws IOException {
    manifest.file(folder + "statements.jsonl", out -> statements(person, folder.isEmpty(), out));
    manifest.file(folder + "quantities.tsv", out -> TableWriter.all(person, out));
  }

  private void statements(KeptPerson person, boolean isNow, PrintWriter out) {
    for (var statement : person.statements()) {
      var rows = new ArrayList<Json>();
      for (var row : statement.rows()) {
        rows.add(
            Json.object()
                .put("file", person.sources().name(row.file()))
                .put("place", person.sources().locator(row).text())
                .end());
      }
      out.print(line(said(statement, isNow ? export.isHeld(statement) : null, rows)));
    }
  }

  /// @param isHeld whether an import of the record brings it; null of what was replaced
  private static Json said(Statement statement, @Nullable Boolean isHeld, List<Json> rows) {
    var out = Json.object().put("statement", statement.toJson()).put("rows", new Json.Arr(rows));
    return isHeld == null ? out.end() : out.put("in_record", isHeld).end();
  }

  private static String line(Json json) {
    return new String(json.canonicalBytes(), StandardCharsets.UTF_8) + "\n";
  }

  /// Files with their hashes, and the text of every row that is cited.
  private void sources() throws IOException {
    var person = open.person();
    manifest.file(
        "sources.tsv",
        out -> {
          TableWriter.line(out, "file", "bytes", "sha256", "batch");
          for (int file = 0; file < person.sources().size(); file++) {
            boolean isRead = person.sources().isClosed(file);
            var source = isRead ? person.sources().file(file) : null;
            TableWriter.line(
                out,
                person.sources().name(file),
                source == null ? "" : Long.toString(source.sizeBytes()),
                source == null ? "" : source.hash().hex(),
                Long.toString(person.batch(file)));
          }
        });
    manifest.file("source_rows.tsv", out -> rows(person, out));
  }

  /// By file and place: stretches of lines are inflated once each.
  private static void rows(KeptPerson person, PrintWriter out) {
    TableWriter.line(out, "file", "place", "text");
    var cited = new HashSet<SourceRow>();
    person.statements().forEach(one -> cited.addAll(one.rows()));
    for (var columns : person.quantities().values()) {
      for (int i = 0; i < columns.size(); i++) {
        cited.addAll(columns.rows(i));
      }
    }
    for (var row : cited.stream().sorted().toList()) {
      var text = person.cite(row);
      TableWriter.line(out, text.file().name(), text.at().text(), text.text().replace("\t", "\\t"));
    }
  }

  /// Every intake that ever was, and what those said that another has taken the place of.
  private void history() throws IOException {
    History.requireTold(open.store(), open.person().id());
    var entries = History.of(open.store(), open.person().id());
    manifest.file(
        "history.tsv",
        out -> {
          TableWriter.line(
              out, "intake", "source", "subject", "batch", "recorded", "command", "superseded_in");
          for (var entry : entries) {
            TableWriter.line(
                out,
                Long.toString(entry.intake().intake()),
                entry.intake().source(),
                entry.intake().subject(),
                Long.toString(entry.intake().batch()),
                entry.recorded(),
                entry.command(),
                entry.superseded() == 0 ? "" : Long.toString(entry.superseded()));
          }
          // Nothing of what it was: only that something was, and from when to when.
          for (var gap : open.gaps()) {
            TableWriter.line(
                out,
                "",
                "erased in batch " + gap.batch(),
                "",
                Long.toString(gap.from()),
                "",
                "",
                Long.toString(gap.end()));
          }
        });
    for (var entry : entries) {
      if (entry.superseded() > 0) {
        var folder = "history/" + entry.intake().intake() + "/";
        var then = open.intake(entry.intake());
        observations(folder, then);
        for (int i = 0; i < then.variants().size(); i++) {
          var variants = then.variants().get(i);
          Writing writing = out -> variants(variants, out);
          manifest.file(folder + "variants-" + (i + 1) + ".vcf", writing);
        }
      }
    }
  }

  private void consent(PrintWriter out) {
    TableWriter.line(
        out, "purpose", "said", "from", "until", "by", "wording_sha256", "recorded", "batch");
    for (var row : open.basis().rows()) {
      var said = row.said();
      var wording = said.wording();
      TableWriter.line(
          out,
          said.purpose(),
          said.isGiven() ? "given" : "withdrawn",
          said.from(),
          said.until(),
          said.by(),
          wording == null ? null : wording.hex(),
          row.recorded(),
          Long.toString(row.batch()));
    }
  }

  private void audit(PrintWriter out) {
    TableWriter.line(
        out,
        "number",
        "recorded",
        "who",
        "named",
        "purpose",
        "command",
        "layers",
        "outcome",
        "results",
        "digest");
    for (var row : open.audit()) {
      var said = row.said();
      TableWriter.line(
          out,
          Long.toString(row.number()),
          row.recorded(),
          said.who(),
          said.named(),
          said.purpose(),
          said.command(),
          String.join(",", said.layers()),
          said.outcome().code(),
          said.results() == null ? null : said.results().toString(),
          row.digest().hex());
    }
  }

  /// A run with its findings; the parts are JSON already.
  private void run(RunRow run, PrintWriter out) {
    var head = run.head();
    out.print("{\"run\":\"" + run.id().hex() + "\",\n");
    out.print("\"recorded\":\"" + run.recorded() + "\",\"batch\":" + head.batch() + ",\n");
    out.print("\"purpose\":\"" + head.purpose() + "\",\n");
    out.print("\"profile_state\":\"" + head.profileState().hex() + "\",\n");
    out.print("\"snapshot\":\"" + head.snapshot() + "\",\n");
    out.print("\"software\":" + head.software() + ",\n\"settings\":" + head.settings() + ",\n");
    out.print("\"findings_digest\":\"" + run.findingsDigest().hex() + "\",\n\"findings\":[");
    var separator = "\n";
    for (var finding : open.findings(run)) {
      out.print(separator + finding.content());
      separator = ",\n";
    }
    out.print("]}\n");
  }
}
