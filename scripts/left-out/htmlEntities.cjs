// Stands in the bundle for xmldom's table of two thousand HTML entities: a .docx is XML, which has five.
exports.XML_ENTITIES = Object.freeze({ amp: "&", apos: "'", gt: ">", lt: "<", quot: '"' });
exports.HTML_ENTITIES = exports.XML_ENTITIES;
