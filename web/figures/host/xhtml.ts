/**
 * For pages that are XHTML, as EPUB 3 is. Lit writes its templates as HTML, which such a page would read as XML and
 * refuse: there they are read in an HTML document of their own. To be imported before Lit, which looks for this once.
 */
interface Templates {
  createElement: (html: string) => HTMLTemplateElement;
}

const globals = globalThis as { litHtmlPolyfillSupport?: (template: Templates) => void };

if (typeof document !== 'undefined' && document.contentType !== 'text/html') {
  const plain = document.implementation.createHTMLDocument('');
  globals.litHtmlPolyfillSupport = (template) => {
    delete globals.litHtmlPolyfillSupport;
    template.createElement = (html) => {
      const element = plain.createElement('template');
      element.innerHTML = html;
      return element;
    };
  };
}
