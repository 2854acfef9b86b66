@org.jspecify.annotations.NullMarked
package nl.steunpunt.platform.measure;
