package org.idiome.report.html;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A page as a tree: it is written so that any XML parser reads it.
final class ParsedPage {
  private static final Pattern ASSET =
      Pattern.compile("<(style|script)>(.*?)</\\1>", Pattern.DOTALL);

  private final Document document;

  private ParsedPage(Document document) {
    this.document = document;
  }

  /// Parses a page; fails where it is not well-formed.
  static ParsedPage of(String page) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      var text = ASSET.matcher(page).replaceAll("<$1></$1>");
      return new ParsedPage(
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(e);
    }
  }

  Element root() {
    return Objects.requireNonNull(document.getDocumentElement());
  }

  /// All elements of a name, in the order of the page; `*` for all.
  List<Element> all(String name) {
    return all(root(), name);
  }

  static List<Element> all(Element inside, String name) {
    var found = new ArrayList<Element>();
    var nodes = inside.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) Objects.requireNonNull(nodes.item(i)));
    }
    return found;
  }

  static List<Element> children(Element parent) {
    var found = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  /// The text in an element: the texts of its parts with a space between them.
  static String text(Element element) {
    var text = new StringBuilder();
    gather(element, text);
    return text.toString().replaceAll("\\s+", " ").strip();
  }

  private static void gather(Node parent, StringBuilder into) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Text part) {
        into.append(' ').append(part.getData());
      }
      gather(node, into);
    }
  }

  /// The element of an id.
  Element byId(String id) {
    for (var element : all("*")) {
      if (element.getAttribute("id").equals(id)) {
        return element;
      }
    }
    throw new AssertionError("no element has the id " + id);
  }
}
