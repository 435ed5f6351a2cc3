package org.idiome.knowledge.source.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Content;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Importer;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceText;
import org.junit.jupiter.api.Test;

class ImportersTest {
  private record Fixed(String format, Recognition answer) implements Importer {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public Recognition recognise(Head head, ImportSettings settings) {
      return answer;
    }

    @Override
    public ReleaseStatement read(SourceText text, ImportSettings settings, ReleaseSink sink) {
      return ReleaseStatement.NOTHING;
    }
  }

  private static final Head TEXT = Head.of(Content.TEXT, "a\tb\n", true);
  private static final Importer YES = new Fixed("one", new Recognition.Yes("source", "2020"));
  private static final Importer NO = new Fixed("none", Recognition.NO);

  private static void refused(List<Importer> importers, Head head, ProblemCode code, String text) {
    assertThatThrownBy(() -> new Importers(importers).find(head, "file", ImportSettings.NONE))
        .isInstanceOfSatisfying(
            BadInputException.class, e -> assertThat(e.problem().code()).isEqualTo(code))
        .hasMessageContaining(text);
  }

  @Test
  void theOneThatKnowsAFileReadsIt() {
    var found = new Importers(List.of(NO, YES)).find(TEXT, "file", ImportSettings.NONE);
    assertThat(found.importer()).isSameAs(YES);
    assertThat(found.as().source()).isEqualTo("source");
  }

  @Test
  void aFileOfTwoFormatsIsRefused() {
    var other = new Fixed("two", new Recognition.Yes("other", "*"));
    refused(List.of(YES, other), TEXT, ProblemCode.KNOWLEDGE_SEVERAL_FORMATS, "one, two");
  }

  @Test
  void aHeaderThatIsNearlyKnownNamesWhatDiffers() {
    var far = new Fixed("far", new Recognition.Nearly("1", List.of("a"), List.of(), 1));
    var near = new Fixed("near", new Recognition.Nearly("2023", List.of("p"), List.of("q"), 3));
    refused(List.of(far, near), TEXT, ProblemCode.KNOWLEDGE_COLUMNS, "missing=p");
    refused(List.of(far, near), TEXT, ProblemCode.KNOWLEDGE_COLUMNS, "variant=2023");
  }

  @Test
  void aSavedErrorPageIsNoSource() {
    var page = Head.of(Content.XML, "<!DOCTYPE html><title>404</title>", true);
    refused(List.of(NO), page, ProblemCode.KNOWLEDGE_NOT_RECOGNISED, "error page");
    refused(List.of(NO), TEXT, ProblemCode.KNOWLEDGE_NOT_RECOGNISED, "file");
  }
}
