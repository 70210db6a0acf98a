import { useEffect } from 'react';

/**
 * The window's title is the page's heading and the product's name: one rule instead of a call in
 * every room, so that no new page can forget it. Screen readers say it when a page is opened.
 */
export function usePageTitle(product: string): void {
  useEffect(() => {
    const follow = () => {
      const heading = document.querySelector('h1')?.textContent?.trim();
      const title = heading && heading !== product ? `${heading} · ${product}` : product;
      if (document.title !== title) document.title = title;
    };
    follow();
    const observer = new MutationObserver(follow);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [product]);
}
