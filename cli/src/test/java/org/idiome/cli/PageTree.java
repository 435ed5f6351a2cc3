package org.idiome.cli;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A report's page as a tree, read by somebody else's reader.
record PageTree(Element root) {
  static final Pattern ASSET = Pattern.compile("<(style|script)>(.*?)</\\1>", Pattern.DOTALL);

  static PageTree of(String page) {
    try {
      var text = ASSET.matcher(page).replaceAll("<$1></$1>");
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      var document = builder.parse(new InputSource(new StringReader(text)));
      return new PageTree(Objects.requireNonNull(document.getDocumentElement()));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("the page is not well-formed", e);
    }
  }

  List<Element> all(String name) {
    return all(root, name);
  }

  static List<Element> all(Element inside, String name) {
    var found = new ArrayList<Element>();
    var nodes = inside.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) Objects.requireNonNull(nodes.item(i)));
    }
    return found;
  }

  /// Elements of a class, whatever else they are.
  static List<Element> ofClass(Element inside, String name) {
    return all(inside, "*").stream()
        .filter(element -> List.of(element.getAttribute("class").split(" ")).contains(name))
        .toList();
  }

  Element byId(String id) {
    return all("*").stream()
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no element has the id " + id));
  }

  /// The innermost element of a name around one.
  static Element around(Element inside, String name) {
    for (Node node = inside; node != null; node = node.getParentNode()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        return element;
      }
    }
    throw new AssertionError("nothing of the name " + name + " is around");
  }

  /// The text in an element, white space made one space.
  static String text(Element element) {
    return element.getTextContent().replaceAll("\\s+", " ").strip();
  }
}
