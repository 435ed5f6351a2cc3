package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.idiome.store.dense.DenseShape;
import org.idiome.store.form.CallFields;
import org.idiome.store.form.QuantityFields;
import org.idiome.testkit.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `docs/store.md` states every table and column, with its type and whether it may be null.
class StorePageTest {
  private static final Pattern SECTION = Pattern.compile("^### `([a-z_.]+)`");
  private static final Pattern COLUMN =
      Pattern.compile("^\\| `(\\w+)` \\| (\\w+) \\| (never|may be) \\| (\\S.*) \\|$");

  @TempDir Path folder;

  /// Columns by section, each as `name type null`.
  private static Map<String, List<String>> page() throws IOException {
    var sections = new TreeMap<String, List<String>>();
    List<String> columns = new ArrayList<>();
    for (var line : Files.readAllLines(Checkout.root().resolve("docs/store.md"))) {
      var section = SECTION.matcher(line);
      var column = COLUMN.matcher(line);
      if (section.find()) {
        columns = new ArrayList<>();
        sections.put(section.group(1), columns);
      } else if (column.matches()) {
        columns.add(column.group(1) + " " + column.group(2) + " " + column.group(3));
      }
    }
    return sections;
  }

  @Test
  void namesEveryTableAndColumnOfCatalogueAndJournal() throws IOException, SQLException {
    var root = folder.resolve("store");
    Store.orNew(root).write(new Rows.BatchHead(Instant.EPOCH, "", ""), "test", 0).close();
    Store.at(root).journal().close();
    var made = new TreeMap<String, List<String>>();
    gather(root.resolve("idiome.sqlite"), "", made);
    gather(root.resolve("journal.sqlite"), "journal.", made);
    var stated = page();
    stated.keySet().removeIf(name -> name.endsWith(".parquet"));
    assertThat(stated).isEqualTo(made);
  }

  private static void gather(Path file, String before, Map<String, List<String>> made)
      throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT t.name, c.name, c.type, c.\"notnull\" OR c.pk FROM pragma_table_list t"
                    + " JOIN pragma_table_info(t.name) c WHERE t.schema = 'main'"
                    + " AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.cid")) {
      while (rows.next()) {
        made.computeIfAbsent(before + rows.getString(1), _ -> new ArrayList<>())
            .add(
                rows.getString(2)
                    + " "
                    + rows.getString(3).toLowerCase(Locale.ROOT)
                    + (rows.getBoolean(4) ? " never" : " may be"));
      }
    }
  }

  @Test
  void namesEveryColumnOfTheDenseLayers() throws IOException {
    var calls = new ArrayList<String>();
    page()
        .getOrDefault("call.parquet", List.of())
        .forEach(column -> calls.add(column.replaceFirst(" (never|may be)$", "")));
    assertThat(DenseShape.CALL.columns().toLowerCase(Locale.ROOT))
        .isEqualTo("person bigint, segment bigint, row integer, " + String.join(", ", calls));
    assertThat(names(DenseShape.CALL)).isEqualTo(CallFields.COLUMNS);
    assertThat(names(DenseShape.QUANTITY)).isEqualTo(QuantityFields.COLUMNS);
    var quantity = page().getOrDefault("quantity", List.of());
    assertThat(quantity.stream().map(one -> one.substring(0, one.indexOf(' '))).skip(2))
        .containsExactlyElementsOf(QuantityFields.COLUMNS);
  }

  private static List<String> names(DenseShape shape) {
    var names = new ArrayList<String>();
    for (var column : shape.columns().split(", ", -1)) {
      names.add(column.substring(0, column.indexOf(' ')));
    }
    return names.subList(3, names.size());
  }
}
