package org.idiome.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.record.folder.ReadingOptions;
import org.idiome.record.json.JsonLimits;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Help as people look for it: commands by what one comes for, and examples that work when pasted.
final class HelpText {
  private static final int NAME_WIDTH = 16;

  /// Options of all commands that read files, which stand in the help of none.
  static final List<String> BOUNDS =
      List.of(
          Limits.LINE_OPTION,
          VcfLimits.COLUMNS_OPTION,
          VcfLimits.ALTERNATES_OPTION,
          VcfLimits.KEPT_OPTION,
          ReadingOptions.FILES_OPTION,
          Limits.RATIO_OPTION,
          Limits.SIZE_OPTION,
          JsonLimits.DEPTH_OPTION,
          JsonLimits.STRING_OPTION,
          JsonLimits.VALUES_OPTION,
          JsonLimits.BYTES_OPTION);

  private static final int HALF = 5;

  /// Commands of one purpose.
  private record Group(String purpose, List<String> commands) {}

  private static final List<Group> GROUPS =
      List.of(
          new Group("To see what it does", List.of("demo")),
          new Group("To look at files", List.of("scan", "simulate")),
          new Group(
              "To work with variants",
              List.of("normalize", "liftover", "annotate", "table", "genes")),
          new Group("To answer about one person", List.of("interpret", "explain", "changes")),
          new Group(
              "To keep people in a store", List.of("import", "people", "show", "erase", "store")),
          new Group("To bring knowledge", List.of("knowledge")),
          new Group("To mend what was imported", List.of("settle", "split", "withdraw")),
          new Group("To account for what is read", List.of("consent", "audit", "export")),
          new Group("To choose medicines by genes", List.of("pharmacogenes")));

  private HelpText() {}

  /// Calls the program as it was called.
  static void name(CommandLine line) {
    var called = Called.name();
    if (called != null) {
      line.setCommandName(called);
    }
  }

  /// Groups the commands of the whole, and begins every example with the name that was called.
  static void arrange(CommandLine line) {
    var usage = line.getCommandSpec().usageMessage();
    usage.sectionKeys(
        List.of(
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            UsageMessageSpec.SECTION_KEY_FOOTER));
    usage.sectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpText::commands);
    usage.footer(
        "",
        "'idiome COMMAND --help' has its options and an example.",
        "Bounds on what is read, each with a number, where a problem names one:",
        "  " + String.join(" ", BOUNDS.subList(0, HALF)),
        "  " + String.join(" ", BOUNDS.subList(HALF, BOUNDS.size())),
        "Exit codes: 0 done, 1 in part, 2 wrong input, 3 nothing to answer from, 4 the machine or the",
        "store, 70 a fault of Idiome; docs/exit-codes.md has them for every command.");
    var called = Called.name();
    if (called != null) {
      rename(line, called);
      line.getSubcommands().values().forEach(command -> rename(command, called));
    }
  }

  private static void rename(CommandLine command, String called) {
    var usage = command.getCommandSpec().usageMessage();
    usage.footer(
        Arrays.stream(usage.footer())
            .map(text -> text.replace(Main.NAME + " ", called + " "))
            .toArray(String[]::new));
  }

  private static String commands(Help help) {
    var out = new StringBuilder();
    for (var group : GROUPS) {
      out.append('\n').append(group.purpose()).append(":\n");
      for (var name : group.commands()) {
        var command = Objects.requireNonNull(help.commandSpec().subcommands().get(name));
        out.append("  ").append(name).repeat(' ', NAME_WIDTH - name.length());
        out.append(command.getCommandSpec().usageMessage().header()[0]).append('\n');
      }
    }
    return out.append('\n').toString();
  }
}
