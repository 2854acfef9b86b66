@org.jspecify.annotations.NullMarked
package nl.steunpunt.insight.counting;
