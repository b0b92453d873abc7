package io.eidolon.training.quality;

import java.io.StringReader;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import io.eidolon.training.quality.LinePlot.Point;
import io.eidolon.training.quality.LinePlot.Series;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinePlotTests {

	@Test
	void aLineGoesFromCornerToCornerOfItsAxes() throws Exception {
		Document svg = parse(
				new LinePlot("rising", List.of(new Series("up", List.of(new Point(0, 0), new Point(100, 5))))));
		assertThat(points(svg, 0)).isEqualTo("70.0,220.0 600.0,34.0");
	}

	@Test
	void eachSeriesHasALineOfItsOwnColourAndItsName() throws Exception {
		Document svg = parse(
				new LinePlot("two", List.of(new Series("first", List.of(new Point(1, 1), new Point(2, -1))),
						new Series("second", List.of(new Point(1, 0), new Point(2, 2))))));
		assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
		assertThat(line(svg, 0).getAttribute("stroke")).isNotEqualTo(line(svg, 1).getAttribute("stroke"));
		assertThat(svg.getDocumentElement().getTextContent()).contains("first").contains("second");
	}

	@Test
	void aFlatLineIsDrawnToo() throws Exception {
		Document svg = parse(
				new LinePlot("flat", List.of(new Series("zero", List.of(new Point(0, 0), new Point(0, 0))))));
		assertThat(points(svg, 0)).isEqualTo("70.0,220.0 70.0,220.0");
	}

	private static String points(Document svg, int index) {
		return line(svg, index).getAttribute("points");
	}

	private static Element line(Document svg, int index) {
		return (Element) svg.getElementsByTagName("polyline").item(index);
	}

	private static Document parse(LinePlot plot) throws Exception {
		return DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader(plot.svg())));
	}

}
